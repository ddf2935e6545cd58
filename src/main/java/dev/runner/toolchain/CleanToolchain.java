package dev.runner.toolchain;

import java.io.File;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A toolchain whose processes see little of the environment that we were started in: what tools need to work stays, what
 * could change a verdict or is nobody's business (flags, wrappers, preloaded libraries, tokens) is taken away. Programs
 * that were built get still less than the tools.
 */
public final class CleanToolchain implements Toolchain {
    private static final Set<String> FOR_ALL = Set.of(
            "PATH",
            "HOME",
            "TMPDIR",
            "TMP",
            "TEMP",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "TZ",
            "USER",
            "LOGNAME",
            "USERPROFILE",
            "SYSTEMROOT",
            "SYSTEMDRIVE",
            "WINDIR",
            "PATHEXT",
            "COMSPEC");
    private static final Set<String> FOR_TOOLS = Set.of(
            "CARGO_HOME",
            "CARGO_NET_OFFLINE",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "ALL_PROXY",
            "NO_PROXY",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "APPDATA",
            "LOCALAPPDATA",
            "PROGRAMFILES",
            "PROGRAMFILES(X86)",
            "PROGRAMDATA");

    private static final String PATH = "PATH";

    private final Toolchain inner;
    private final String path;
    private final Map<String, String> takenFromTools;
    private final Map<String, String> takenFromPrograms;

    /** @param environment the environment that we were started in */
    public CleanToolchain(Toolchain inner, Map<String, String> environment) {
        this.inner = inner;
        this.path = inner.release().sysroot().resolve("bin") + File.pathSeparator + environment.getOrDefault(PATH, "");
        this.takenFromTools = taken(environment, true);
        this.takenFromPrograms = taken(environment, false);
    }

    private static Map<String, String> taken(Map<String, String> environment, boolean tools) {
        Map<String, String> taken = new HashMap<>();
        for (String name : environment.keySet()) {
            String upper = name.toUpperCase(Locale.ROOT);
            // What rustup may do to a toolchain is its owner's choice, whoever starts it.
            boolean kept = FOR_ALL.contains(upper)
                    || upper.startsWith("RUSTUP_")
                    || tools && (FOR_TOOLS.contains(upper) || upper.startsWith("CARGO_HTTP_"));
            if (!kept) {
                taken.put(name, "");
            }
        }
        return taken;
    }

    @Override
    public Release release() {
        return inner.release();
    }

    @Override
    public Completion run(Invocation invocation, Cancellation cancellation, OutputListener listener)
            throws InterruptedException {
        boolean tool = invocation.program() instanceof Program.Toolchained;
        Map<String, String> environment = new HashMap<>(tool ? takenFromTools : takenFromPrograms);
        // cargo finds rustc and its own parts on the search path: there they must not be the proxies of rustup, which
        // may
        // install and update toolchains.
        environment.put(PATH, path);
        environment.put("RUSTUP_AUTO_INSTALL", "0");
        environment.putAll(invocation.environment());
        return inner.run(invocation.withEnvironment(environment), cancellation, listener);
    }
}
