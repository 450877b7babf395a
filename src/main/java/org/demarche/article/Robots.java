package org.demarche.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a site's robots.txt (RFC 9309) lets a program fetch: {@code Disallow: /private/}.
 *
 * @param rules of the groups that speak of this program, or else of all
 */
record Robots(List<Rule> rules) {
    /** A site without robots.txt. */
    static final Robots ALLOW_ALL = new Robots(List.of());

    /** A site whose robots.txt cannot be had: RFC 9309, 2.3.1.4. */
    static final Robots ALLOW_NOTHING = new Robots(List.of(new Rule(false, "/")));

    Robots {
        rules = List.copyOf(rules);
    }

    /** One line: paths that begin so may be fetched, or may not. */
    private record Rule(boolean allows, String path) {
        boolean matches(String asked) {
            boolean whole = path.endsWith("$");
            String[] pieces =
                    (whole ? path.substring(0, path.length() - 1) : path).split("\\*", -1);
            if (!asked.startsWith(pieces[0])) {
                return false;
            }
            int at = pieces[0].length();
            for (int i = 1; i < pieces.length; i++) {
                boolean last = whole && i == pieces.length - 1;
                int found =
                        last ? asked.length() - pieces[i].length() : asked.indexOf(pieces[i], at);
                if (found < at || !asked.startsWith(pieces[i], found)) {
                    return false;
                }
                at = found + pieces[i].length();
            }
            return !whole || at == asked.length();
        }
    }

    private static final Pattern LINE =
            Pattern.compile("\\s*([A-Za-z-]+)\\s*:\\s*([^#]*?)\\s*(?:#.*)?");

    /**
     * The rules of a robots.txt for one program.
     *
     * @param product the first word of the program's user agent: {@code demarche}
     */
    static Robots parse(String text, String product) {
        List<Rule> own = new ArrayList<>();
        List<Rule> general = new ArrayList<>();
        boolean isOwn = false;
        boolean isGeneral = false;
        boolean named = false;
        boolean inAgents = false;
        for (String line : text.split("\\R", -1)) {
            var field = LINE.matcher(line);
            if (!field.matches()) {
                continue;
            }
            String key = field.group(1).toLowerCase(Locale.ROOT);
            String value = field.group(2);
            if (key.equals("user-agent")) {
                if (!inAgents) {
                    isOwn = false;
                    isGeneral = false;
                }
                inAgents = true;
                isOwn |= value.equalsIgnoreCase(product);
                isGeneral |= value.equals("*");
                named |= isOwn;
            } else if (key.equals("allow") || key.equals("disallow")) {
                inAgents = false;
                if (!value.isEmpty()) {
                    Rule rule = new Rule(key.equals("allow"), value);
                    if (isOwn) {
                        own.add(rule);
                    }
                    if (isGeneral) {
                        general.add(rule);
                    }
                }
            }
        }
        return new Robots(named ? own : general);
    }

    /** Whether a path, with its query, may be fetched: the longest rule that fits decides. */
    boolean allows(String path) {
        boolean allowed = true;
        int longest = -1;
        for (Rule rule : rules) {
            int length = rule.path().length();
            if (length >= longest && rule.matches(path)) {
                allowed = rule.allows() || (length == longest && allowed);
                longest = length;
            }
        }
        return allowed;
    }
}
