package org.demarche.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.query.QueryCancelledException;
import org.demarche.source.InputException;

/** Turns whatever fails in a request, Fuseki's own errors too, into a problem document. */
final class ProblemFilter implements Filter {
    private final Settings settings;
    private final Consumer<String> faults;

    /**
     * A filter that goes before all that can fail.
     *
     * @param faults takes what is a mistake of this program
     */
    ProblemFilter(Settings settings, Consumer<String> faults) {
        this.settings = settings;
        this.faults = faults;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse http = (HttpServletResponse) response;
        ErrorCapture capture = new ErrorCapture(http);
        Optional<Problem> problem;
        try {
            chain.doFilter(request, capture);
            problem = capture.error().map(e -> Problem.endedWith(request).orElse(e));
        } catch (Problem.Refusal e) {
            problem = Optional.of(e.problem());
        } catch (InputException e) {
            problem = Optional.of(Problem.badRequest(e.getMessage()));
        } catch (QueryCancelledException e) {
            problem = Optional.of(Problem.timeout(settings.timeout().toSeconds()));
        } catch (RuntimeException e) {
            faults.accept(trace(e));
            problem = Optional.of(Problem.of(500, "a mistake in the server; its log says more"));
        }
        if (problem.isPresent() && !http.isCommitted()) {
            problem.get().writeTo(http);
        }
    }

    private static String trace(RuntimeException e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
