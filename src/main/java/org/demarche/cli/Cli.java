package org.demarche.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.demarche.Version;
import org.demarche.source.InputException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: {@code demarche build article.txt}. */
@Command(
        name = "demarche",
        description = "Reads news and writes a knowledge graph of diplomacy.",
        mixinStandardHelpOptions = true,
        versionProvider = Cli.VersionText.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  demarche build article.txt           read an article into ./demarche-store",
            "  demarche query who-threatens-whom    ask the store",
            "  demarche queries                     what else can be asked",
            "  demarche COMMAND --help              more about a command",
            "",
            "Exit codes: 0 done, 1 something failed, 2 wrong usage or input."
        })
public final class Cli implements Runnable {
    /** All that was asked was done. */
    public static final int DONE = 0;

    /** Something failed; the rest was done. */
    public static final int FAILED = 1;

    /** Nothing was done: wrong usage or input. */
    public static final int WRONG = 2;

    /** The commands in the order of the help. */
    private static final List<String> COMMANDS =
            List.of(
                    "build",
                    "extract",
                    "load",
                    "query",
                    "queries",
                    "export",
                    "serve",
                    "push",
                    "explain",
                    "stats",
                    "forget",
                    "compact",
                    "migrate",
                    "backup",
                    "validate",
                    "verify",
                    "bench",
                    "evaluate",
                    "train");

    @Spec private CommandSpec spec;

    private Cli() {}

    public static void main(String[] args) {
        start(args, List.of());
    }

    /** Starts the program with commands that only one of its jars has. */
    static void start(String[] args, List<Function<Console, Object>> more) {
        // The terminal's own character set may be ASCII; what we write is UTF-8.
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        int code = run(new Console(System.in, out, err, isTerminal()), more, args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    // From Java 22 on there is a console without a terminal too, and a method that tells.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Runs one command line within this process and gives its exit code. */
    public static int run(PrintStream out, PrintStream err, String... args) {
        return run(new Console(InputStream.nullInputStream(), out, err, false), args);
    }

    static int run(Console console, String... args) {
        return run(console, List.of(), args);
    }

    static int run(Console console, List<Function<Console, Object>> more, String... args) {
        CommandLine root = new CommandLine(new Cli());
        String first = args.length == 0 ? "" : args[0];
        if (COMMANDS.contains(first)) {
            root.addSubcommand(command(first, console));
        } else {
            COMMANDS.forEach(name -> root.addSubcommand(command(name, console)));
            more.forEach(command -> root.addSubcommand(command.apply(console)));
            root.addSubcommand(new GenerateCompletion());
        }
        root.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        root.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setParameterExceptionHandler(Cli::wrongUsage);
        root.setExecutionExceptionHandler(
                (exception, command, parsed) -> failure(exception, command));
        int code = root.execute(args);
        console.out().flush();
        return code;
    }

    /**
     * Makes a command, only where it is asked for: to look at the options of all of them takes
     * longer than many a command.
     */
    private static Object command(String name, Console console) {
        return switch (name) {
            case "build" -> new BuildCommand(console);
            case "extract" -> new ExtractCommand(console);
            case "load" -> new LoadCommand(console);
            case "query" -> new QueryCommand(console);
            case "queries" -> new QueriesCommand(console);
            case "export" -> new ExportCommand(console);
            case "serve" -> new ServeCommand(console);
            case "push" -> new PushCommand(console);
            case "explain" -> new ExplainCommand(console);
            case "stats" -> new StatsCommand(console);
            case "forget" -> new ForgetCommand(console);
            case "compact" -> new CompactCommand(console);
            case "migrate" -> new MigrateCommand(console);
            case "backup" -> new BackupCommand(console);
            case "validate" -> new ValidateCommand(console);
            case "verify" -> new VerifyCommand(console);
            case "bench" -> new BenchCommand(console);
            case "evaluate" -> new EvaluateCommand(console);
            case "train" -> new TrainCommand(console);
            default -> throw new IllegalStateException("no command " + name);
        };
    }

    private static int wrongUsage(ParameterException exception, String[] args) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("demarche: " + exception.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(exception, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return WRONG;
    }

    private static int failure(Exception exception, CommandLine command) throws Exception {
        if (exception instanceof InputException) {
            exception.getMessage().lines().forEach(l -> command.getErr().println("demarche: " + l));
            return WRONG;
        }
        throw exception;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    static final class VersionText implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"demarche " + Version.current()};
        }
    }
}
