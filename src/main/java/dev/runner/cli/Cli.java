package dev.runner.cli;

import dev.runner.course.CourseException;
import dev.runner.progress.ProgressException;
import dev.runner.report.ReportException;
import dev.runner.toolchain.ToolchainException;
import dev.runner.view.ColourRule;
import dev.runner.view.Line;
import dev.runner.view.ProblemView;
import dev.runner.view.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The command line: picks the command, runs it, and turns what goes wrong into a message and an {@link ExitCode}. */
public final class Cli {
    /** In the order of the help. */
    private static final List<String> COMMANDS = List.of(
            "watch",
            "run",
            "verify",
            "grade",
            "report",
            "hint",
            "list",
            "reset",
            "undo",
            "solution",
            "explain",
            "doctor",
            "init",
            "course",
            "completion");

    private static final Set<String> OPTIONS_WITH_VALUE =
            Set.of("-C", "--directory", "--color", "--timeout", "--edit-cmd");

    private static final Set<String> PLAIN = Set.of("watch", "run", "verify", "hint", "list");

    private final Context context;

    /** @param context what the commands get from outside */
    public Cli(Context context) {
        this.context = context;
    }

    /** Runs the command line and returns the process's exit code. Writes to the context's terminal only. */
    public int run(String... args) {
        Command plain = plain(args);
        return plain == null ? parsed(args) : performed(plain);
    }

    /**
     * The command of a line that needs no parsing: a frequent command by itself or with a name, and no option. Reading
     * such a line with picocli takes longer than most commands do. Null for every other line; what it makes is what
     * picocli would have made.
     */
    @Nullable
    Command plain(String... args) {
        if (args.length == 0 || args.length > 2 || !PLAIN.contains(args[0])) {
            return null;
        }
        Command command = make(args[0], context);
        if (args.length == 1) {
            return command;
        }
        boolean plainName = !args[1].isEmpty() && Character.isLetter(args[1].charAt(0));
        return plainName && command.takesName(args[1]) ? command : null;
    }

    private int performed(Command command) {
        try {
            return command.call();
        } catch (Exception fault) {
            return handle(fault);
        }
    }

    private int parsed(String... args) {
        CommandLine line = commandLine(args);
        line.setExecutionExceptionHandler((fault, failed, parsed) -> handle(fault));
        line.setParameterExceptionHandler((fault, parsed) -> usage(fault));
        StringWriter out = new StringWriter();
        line.setOut(new PrintWriter(out));
        try {
            return line.execute(args);
        } finally {
            if (!out.toString().isEmpty()) {
                terminal().raw(out.toString());
            }
        }
    }

    /** With every command, as the help and the completion need it. */
    static CommandLine complete(Context context) {
        CommandLine line = new CommandLine(new RootCommand(context));
        COMMANDS.forEach(name -> line.addSubcommand(name, withSubcommands(make(name, context), context)));
        return configured(line, context);
    }

    /** With the one command that is named, where one is: building all of them takes longer than most commands do. */
    private CommandLine commandLine(String... args) {
        String name = commandIn(args);
        if (name == null) {
            return complete(context);
        }
        CommandLine line = new CommandLine(new RootCommand(context));
        line.addSubcommand(name, withSubcommands(make(name, context), context));
        return configured(line, context);
    }

    /** The first word that is a command and not what an option before it wants, as a directory called "course" is. */
    private static @Nullable String commandIn(String... args) {
        for (int i = 0; i < args.length; i++) {
            if (OPTIONS_WITH_VALUE.contains(args[i])) {
                i++;
            } else if (COMMANDS.contains(args[i])) {
                return args[i];
            }
        }
        return null;
    }

    private static Command make(String name, Context context) {
        return switch (name) {
            case "watch" -> new WatchCommand(context);
            case "run" -> new RunCommand(context);
            case "verify" -> new VerifyCommand(context);
            case "grade" -> new GradeCommand(context);
            case "report" -> new ReportCommand(context);
            case "hint" -> new HintCommand(context);
            case "list" -> new ListCommand(context);
            case "reset" -> new ResetCommand(context);
            case "undo" -> new UndoCommand(context);
            case "solution" -> new SolutionCommand(context);
            case "explain" -> new ExplainCommand(context);
            case "doctor" -> new DoctorCommand(context);
            case "init" -> new InitCommand(context);
            case "course" -> new CourseCommand(context);
            case "completion" -> new CompletionCommand(context);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static CommandLine withSubcommands(Command command, Context context) {
        CommandLine line = new CommandLine(command);
        if (command instanceof CourseCommand) {
            line.addSubcommand(new CourseCommand.Check(context));
            line.addSubcommand(new CourseCommand.New(context));
        }
        if (command instanceof ReportCommand) {
            line.addSubcommand(new ReportCommand.Merge(context));
        }
        return line;
    }

    private static CommandLine configured(CommandLine line, Context context) {
        line.getCommandSpec().version("runner " + context.version());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExpandAtFiles(false);
        line.setUsageHelpAutoWidth(false);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                ColourRule.of(context.environment(), true).colour()
                        ? CommandLine.Help.Ansi.AUTO
                        : CommandLine.Help.Ansi.OFF));
        return line;
    }

    private int usage(CommandLine.ParameterException fault) {
        String command = fault.getCommandLine().getCommandSpec().qualifiedName();
        Throwable cause = fault.getCause();
        if (cause instanceof UsageException usage) {
            return problem(String.valueOf(usage.getMessage()), usage.help(), ExitCode.USAGE);
        }
        List<String> suggestions = fault instanceof CommandLine.UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions()
                : List.of();
        String help = suggestions.isEmpty()
                ? "see: " + command + " --help"
                : "did you mean: " + String.join(", ", suggestions) + "?";
        return problem(String.valueOf(fault.getMessage()), help, ExitCode.USAGE);
    }

    /** The one place where what is wrong with us, the machine or the course becomes a message. */
    private int handle(Exception fault) {
        if (fault instanceof UsageException usage) {
            return problem(message(usage), usage.help(), ExitCode.USAGE);
        }
        if (fault instanceof ReportException report) {
            return problem(message(report), report.help(), ExitCode.USAGE);
        }
        if (fault instanceof CourseException course) {
            ProblemView.findings(course.findings()).forEach(terminal()::remark);
            return ExitCode.COURSE_INVALID.code();
        }
        if (fault instanceof ToolchainException toolchain) {
            return problem(message(toolchain), toolchain.help(), ExitCode.TOOLCHAIN_UNUSABLE);
        }
        if (fault instanceof ProgressException progress) {
            return problem(message(progress), progress.help(), ExitCode.INTERNAL_ERROR);
        }
        if (fault instanceof CancellationException || fault instanceof InterruptedException) {
            return ExitCode.INTERRUPTED.code();
        }
        return internal(fault);
    }

    private int internal(Exception fault) {
        boolean wanted = context.options().stackTrace();
        problem(
                "this is a fault of the runner's: " + fault,
                wanted
                        ? "please report it with what follows"
                        : "please report it; the same command with --stacktrace says more",
                ExitCode.INTERNAL_ERROR);
        if (wanted) {
            StringWriter trace = new StringWriter();
            fault.printStackTrace(new PrintWriter(trace));
            trace.toString().lines().forEach(line -> terminal().remark(Line.of(line)));
        }
        return ExitCode.INTERNAL_ERROR.code();
    }

    private int problem(String message, String help, ExitCode code) {
        ProblemView.lines(message, help).forEach(terminal()::remark);
        return code.code();
    }

    private static String message(Exception fault) {
        return String.valueOf(fault.getMessage());
    }

    private Terminal terminal() {
        return context.terminals().apply(context.options().colour());
    }
}
