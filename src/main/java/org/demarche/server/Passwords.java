package org.demarche.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demarche.source.InputException;
import org.demarche.source.Problems;
import org.demarche.source.SourceLine;
import org.eclipse.jetty.util.security.Credential;

/**
 * The users of a server and their passwords, a line each: {@code analyst: secret}. Instead of a
 * password there may be what Jetty makes of one, {@code CRYPT:…}.
 */
public final class Passwords {
    // Checked for unknown users too, so that the time of the answer does not tell who is known.
    private static final Credential NOBODY = Credential.getCredential("nobody");

    private final Map<String, Credential> users;

    private Passwords(Map<String, Credential> users) {
        this.users = Map.copyOf(users);
    }

    /**
     * Reads the file; empty lines and those that begin with {@code #} are skipped.
     *
     * @throws InputException naming each line that is not of the form
     */
    public static Passwords read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new InputException(file + ": no such file", e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
        Map<String, Credential> users = new HashMap<>();
        Problems problems = new Problems();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(':');
            String user = colon < 0 ? "" : line.substring(0, colon).strip();
            String password = line.substring(colon + 1).strip();
            if (user.isEmpty() || password.isEmpty()) {
                problems.add(
                        new SourceLine(file.toString(), i + 1), "not of the form user: password");
            } else {
                users.put(user, Credential.getCredential(password));
            }
        }
        problems.throwIfAny();
        if (users.isEmpty()) {
            throw new InputException(file + ": no user in it; a line is user: password");
        }
        return new Passwords(users);
    }

    /** Whether the value of an Authorization header names a user and the user's password. */
    boolean accept(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        String both;
        try {
            byte[] decoded = Base64.getDecoder().decode(authorization.substring(6).strip());
            both = new String(decoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return false;
        }
        int colon = both.indexOf(':');
        if (colon < 0) {
            return false;
        }
        String user = both.substring(0, colon);
        boolean right = users.getOrDefault(user, NOBODY).check(both.substring(colon + 1));
        return right && users.containsKey(user);
    }
}
