package org.demarche.server;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A response that lets answers pass and keeps back errors, so that they can be told in one form.
 */
final class ErrorCapture extends HttpServletResponseWrapper {
    private static final int LONGEST = 4000;

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final Body body = new Body();
    private Optional<PrintWriter> writer = Optional.empty();
    private int error;

    ErrorCapture(HttpServletResponse response) {
        super(response);
    }

    /** The error that was sent, with its text. */
    Optional<Problem> error() {
        if (error == 0) {
            return Optional.empty();
        }
        writer.ifPresent(PrintWriter::flush);
        String said = text.toString(StandardCharsets.UTF_8).strip();
        String detail = said.substring(0, Math.min(said.length(), LONGEST));
        Problem plain = Problem.of(error, detail);
        return Optional.of(detail.isEmpty() ? Problem.of(error, plain.title()) : plain);
    }

    private boolean failed() {
        return error != 0;
    }

    @Override
    public void setStatus(int status) {
        if (status >= 400 && !isCommitted()) {
            error = status;
        } else {
            super.setStatus(status);
        }
    }

    @Override
    public int getStatus() {
        return failed() ? error : super.getStatus();
    }

    @Override
    public void sendError(int status, String message) {
        setStatus(status);
        text.writeBytes(message.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void sendError(int status) {
        setStatus(status);
    }

    @Override
    public void setContentLength(int length) {
        if (!failed()) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (!failed()) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return body;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer.isEmpty()) {
            writer =
                    Optional.of(
                            new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8)));
        }
        return writer.get();
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!failed()) {
            writer.ifPresent(PrintWriter::flush);
            super.flushBuffer();
        }
    }

    /** Where bytes go is decided when they come: an answer may begin well and then fail. */
    private final class Body extends ServletOutputStream {
        private ServletOutputStream through() throws IOException {
            return ErrorCapture.super.getOutputStream();
        }

        @Override
        public void write(int b) throws IOException {
            if (failed()) {
                text.write(b);
            } else {
                through().write(b);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (failed()) {
                text.write(bytes, from, length);
            } else {
                through().write(bytes, from, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (!failed()) {
                through().flush();
            }
        }

        @Override
        public void close() throws IOException {
            if (!failed()) {
                through().close();
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("answers are written by the thread of the request");
        }
    }
}
