package dev.runner.testing;

import dev.runner.toolchain.Diagnostic;

/** Diagnostics as rustc writes them with {@code --error-format=json}, a line each; and as they are read. */
public final class RustcJson {
    /** What rustc closes with after errors. */
    public static final String ABORTING = """
            {"$message_type":"diagnostic","message":"aborting due to 1 previous error","code":null,"level":"error",\
            "spans":[],"children":[],"rendered":"error: aborting due to 1 previous error\\n\\n"}
            """;

    private RustcJson() {}

    /** An error with a code or the name of a lint. */
    public static String error(String code, String message, int line) {
        return diagnostic("error", '"' + code + '"', message, line);
    }

    /** An error without a code. */
    public static String error(String message, int line) {
        return diagnostic("error", "null", message, line);
    }

    /** An error in that file. */
    public static String errorIn(String file, String code, String message, int line) {
        return error(code, message, line).replace("\"a.rs\"", '"' + file.replace("\\", "\\\\") + '"');
    }

    /** An error that belongs to no place in the source. */
    public static String errorWithoutPlace(String message) {
        return error(message, 0).replaceFirst("\"spans\":\\[.*?],\"children\"", "\"spans\":[],\"children\"");
    }

    /** A warning of a lint. */
    public static String warning(String lint, String message, int line) {
        return diagnostic("warning", '"' + lint + '"', message, line);
    }

    /** An error in {@code a.rs} as {@link dev.runner.toolchain.Diagnostics} reads {@link #error(String, String, int)}. */
    public static Diagnostic readError(String code, String message, int line) {
        return new Diagnostic(Diagnostic.Level.ERROR, code, message, "a.rs", line, 5, "error: " + message + "\n");
    }

    /** The same for a warning. */
    public static Diagnostic readWarning(String lint, String message, int line) {
        return new Diagnostic(Diagnostic.Level.WARNING, lint, message, "a.rs", line, 5, "warning: " + message + "\n");
    }

    private static String diagnostic(String level, String code, String message, int line) {
        String codeObject = code.equals("null") ? code : "{\"code\":" + code + ",\"explanation\":null}";
        return """
                {"$message_type":"diagnostic","message":"%s","code":%s,"level":"%s","spans":[{"file_name":"a.rs",\
                "line_start":%d,"line_end":%d,"column_start":5,"column_end":9,"is_primary":true,"text":[]}],\
                "children":[],"rendered":"%s: %s\\n"}
                """.formatted(message, codeObject, level, line, line, level, message);
    }
}
