package dev.runner.toolchain;

/** The programs of a Rust toolchain that we call, by the name of their executable. */
public enum Tool {
    RUSTC("rustc"),
    CLIPPY_DRIVER("clippy-driver"),
    CARGO("cargo"),
    RUSTFMT("rustfmt");

    private final String executable;

    Tool(String executable) {
        this.executable = executable;
    }

    /** The executable's name without an ending. */
    public String executable() {
        return executable;
    }
}
