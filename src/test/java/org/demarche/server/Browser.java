package org.demarche.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The Chromium that is installed, without a window. Driven by Selenium and the distribution's
 * chromedriver: a few megabytes of jars, where Playwright brings 202 MB of its own.
 */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern REQUEST =
            Pattern.compile(
                    "\"method\":\"Network\\.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]*)\"");

    // It would warn of each Chromium that is newer than itself; what is used here has not changed.
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** A program on the path, under the first of these names. */
    private static Optional<Path> program(String... names) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static boolean isInstalled() {
        return program("chromium", "google-chrome", "chromium-browser").isPresent()
                && program("chromedriver").isPresent();
    }

    static Browser start(Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(
                program("chromium", "google-chrome", "chromium-browser").orElseThrow().toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        // Browser and driver are both named: Selenium looks for neither, and downloads nothing.
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(program("chromedriver").orElseThrow().toFile())
                        .usingAnyFreePort()
                        .withSilent(true)
                        .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().implicitlyWait(PATIENCE).scriptTimeout(PATIENCE);
        return new Browser(driver);
    }

    @Override
    public void close() {
        driver.quit();
    }

    void window(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void colours(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Opens an address afresh and waits until the view stands and its answers are there. */
    void open(String address) {
        driver.get("about:blank");
        driver.get(address);
        settled();
    }

    /** Waits until the view of the address stands and nothing is awaited from the server. */
    void settled() {
        until(
                "the view stands",
                () ->
                        Boolean.TRUE.equals(
                                script(
                                        "return document.body.dataset.shown === location.hash"
                                                + " && !document.querySelector('[aria-busy]')")));
    }

    /** Waits for an address that contains this, and for its view. */
    void at(String part) {
        until("an address with " + part, () -> address().contains(part));
        settled();
    }

    void until(String what, BooleanSupplier isSo) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "waited in vain: "
                                + what
                                + " at "
                                + address()
                                + "\n"
                                + text("body")
                                + "\n"
                                + log());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
        }
    }

    String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    Object script(String code, Object... arguments) {
        return Optional.ofNullable(driver.executeScript(code, arguments)).orElse("");
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    boolean has(String css) {
        return count(css) > 0;
    }

    long count(String css) {
        return (Long) script("return document.querySelectorAll(arguments[0]).length", css);
    }

    String text(String css) {
        return String.valueOf(
                script(
                        "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText).join('\\n')",
                        css));
    }

    /** The text of all that matches, put together without anything between. */
    String words(String css) {
        return String.valueOf(
                script(
                        "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent).join('')",
                        css));
    }

    void click(String css) {
        find(css).click();
    }

    void clickAt(String css, double x, double y) {
        WebElement element = find(css);
        int left = (int) Math.round(x - element.getSize().getWidth() / 2.0);
        int top = (int) Math.round(y - element.getSize().getHeight() / 2.0);
        new Actions(driver).moveToElement(element, left, top).click().perform();
    }

    void type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Presses Tab until the focus is on something that matches. */
    void tabTo(String css) {
        for (int i = 0; i < 60; i++) {
            type(Keys.TAB);
            Object there = script("return document.activeElement.matches(arguments[0])", css);
            if (Boolean.TRUE.equals(there)) {
                return;
            }
        }
        throw new AssertionError("Tab does not come to " + css);
    }

    byte[] screenshot() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    void keep(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, screenshot());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the page said on the console since it was last asked, and what the browser complained
     * of.
     */
    List<String> log() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The addresses that were asked for since it was last asked. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .map(REQUEST::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }
}
