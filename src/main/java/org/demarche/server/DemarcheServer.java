package org.demarche.server;

import jakarta.servlet.http.HttpServlet;
import java.net.BindException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.demarche.ontology.Ontology;
import org.demarche.query.QueryCatalog;
import org.demarche.source.DataFiles;
import org.demarche.source.InputException;
import org.demarche.store.Store;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;

/**
 * A store over HTTP: SPARQL, the saved queries, the explorer page. Fuseki answers the SPARQL, from
 * a view of the store that cannot be written to.
 */
public final class DemarcheServer implements AutoCloseable {
    private static final int THREADS = 100;
    private static final int CONNECTIONS = 1000;
    private static final int HEADER_BYTES = 64 * 1024;
    private static final int BUFFER_BYTES = 128 * 1024;
    private static final long SLOWEST_BYTES_PER_SECOND = 200;
    private static final long STOP_MILLIS = 5_000;

    private final FusekiServer fuseki;
    private final String host;

    private DemarcheServer(FusekiServer fuseki, String host) {
        this.fuseki = fuseki;
        this.host = host;
    }

    /**
     * What a server tells the one who started it.
     *
     * @param requests takes a line for each request, where wanted
     * @param faults takes what went wrong in the server itself
     */
    public record Log(Optional<Consumer<String>> requests, Consumer<String> faults) {}

    /**
     * Starts to serve the store, which stays open until the server is closed and is closed by its
     * owner then.
     *
     * @param intake reads articles, where the settings allow to send them
     * @throws InputException where the port is taken, or for what is wrong in queries and ontology
     */
    public static DemarcheServer start(
            Store store, DataFiles files, Optional<Intake> intake, Settings settings, Log log) {
        DatasetGraph view = store.view();
        view.getContext()
                .set(ARQ.queryTimeout, Long.toString(settings.timeout().toMillis()))
                // A query must not make this server ask others, or read files.
                .set(ARQ.httpServiceAllowed, false)
                // Sorting and DISTINCT go on on disk rather than take all memory.
                .set(ARQ.spillToDiskThreshold, 100_000L);
        Turns turns = new Turns(settings.maxQueries());
        FusekiServer.Builder builder =
                FusekiServer.create()
                        .port(settings.port())
                        .numServerThreads(8, THREADS)
                        // Modules found on the class path would add doors of their own.
                        .fusekiModules(FusekiModules.create())
                        .enablePing(true)
                        .enableMetrics(true)
                        .add("/demarche", service(view, settings, turns));
        log.requests()
                .ifPresent(
                        lines ->
                                builder.addFilter(
                                        "/*", new RequestLogFilter(Clock.systemUTC(), lines)));
        builder.addFilter("/*", new ProblemFilter(settings, log.faults()))
                .addFilter("/*", new AccessFilter(settings))
                .addFilter("/*", new DatasetAddress());
        servlets(builder, store, view, files, intake, settings, turns);
        FusekiServer fuseki = builder.build();
        tune(fuseki.getJettyServer(), settings);
        try {
            fuseki.start();
        } catch (FusekiException e) {
            throw unstartable(e, settings);
        }
        return new DemarcheServer(fuseki, settings.host());
    }

    private static DataService service(DatasetGraph view, Settings settings, Turns turns) {
        return DataService.newBuilder(view)
                .addEndpoint(endpoint(Operation.Query, "sparql", new LimitedQuery(settings, turns)))
                .addEndpoint(endpoint(Operation.GSP_R, "data", new LimitedRead(settings, turns)))
                .build();
    }

    private static Endpoint endpoint(Operation operation, String name, ActionService processor) {
        return Endpoint.create()
                .operation(operation)
                .endpointName(name)
                .processor(processor)
                .build();
    }

    private static void servlets(
            FusekiServer.Builder builder,
            Store store,
            DatasetGraph view,
            DataFiles files,
            Optional<Intake> intake,
            Settings settings,
            Turns turns) {
        builder.addServlet(
                "/queries/*",
                new QueriesServlet(
                        new QueryCatalog(files).queries(), view, store::version, settings, turns));
        HttpServlet ontology = new OntologyServlet(files, Ontology.read(files));
        for (String path : OntologyServlet.PATHS) {
            builder.addServlet(path, ontology);
        }
        builder.addServlet("/.well-known/void", new DatasetServlet(store, settings));
        builder.addServlet("/health", new HealthServlet(store));
        HttpServlet articles =
                settings.acceptArticles()
                        ? new ArticlesServlet(
                                intake.orElseThrow(
                                        () ->
                                                new IllegalArgumentException(
                                                        "no intake for articles")),
                                store,
                                settings)
                        : new NoArticlesServlet();
        builder.addServlet("/articles/*", articles).addServlet("/extract/*", articles);
        builder.addServlet("/*", new StaticFiles());
    }

    /** What Fuseki leaves at sizes and times that suit a trusted network. */
    private static void tune(Server jetty, Settings settings) {
        jetty.setStopTimeout(STOP_MILLIS);
        jetty.setErrorHandler(new JettyErrors());
        jetty.addBean(new NetworkConnectionLimit(CONNECTIONS, jetty));
        for (ServletContextHandler handler : jetty.getDescendants(ServletContextHandler.class)) {
            handler.setErrorHandler(new JettyErrors());
            handler.setMaxFormContentSize(settings.maxRequest());
            handler.setMaxFormKeys(100);
        }
        // No thread waits for a client that sends its request byte by byte.
        jetty.setHandler(
                new EagerContentHandler(
                        jetty.getHandler(),
                        new EagerContentHandler.RetainedContentLoaderFactory(
                                settings.maxRequest() + 1L, 16, false)));
        for (Connector connector : jetty.getConnectors()) {
            ServerConnector server = (ServerConnector) connector;
            server.setHost(settings.host());
            server.setIdleTimeout(30_000);
            HttpConfiguration http =
                    server.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
            http.setRequestHeaderSize(HEADER_BYTES);
            http.setOutputBufferSize(BUFFER_BYTES);
            http.setMinRequestDataRate(SLOWEST_BYTES_PER_SECOND);
            http.setMinResponseDataRate(SLOWEST_BYTES_PER_SECOND);
        }
    }

    private static RuntimeException unstartable(FusekiException e, Settings settings) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new InputException(
                        settings.host()
                                + ":"
                                + settings.port()
                                + ": cannot listen there ("
                                + cause.getMessage()
                                + "); choose another --port",
                        e);
            }
        }
        return e;
    }

    /** The port it listens at. */
    public int port() {
        return fuseki.getPort();
    }

    /** Where its pages are: {@code http://127.0.0.1:3030/}. */
    public URI address() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + port() + "/");
    }

    /** Waits until the server is closed. */
    public void join() {
        fuseki.join();
    }

    /** Answers what it has begun to, for some seconds, and ends. */
    @Override
    public void close() {
        try {
            fuseki.stop();
        } catch (FusekiException e) {
            // Clients that took too long have been cut off, which is no failure of the server.
            if (!(e.getCause() instanceof TimeoutException)) {
                throw e;
            }
        }
    }
}
