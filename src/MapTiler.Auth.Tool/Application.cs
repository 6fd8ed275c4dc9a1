using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using System.Runtime.InteropServices;
using MapTiler.Tool.Commands;

namespace MapTiler.Tool;

/// <summary>Runs a command: the signals, the options of all commands, and the error of a failed command.</summary>
internal static class Application
{
    public static async Task<int> RunAsync(string[] arguments, Func<RootCommand> createRoot)
    {
        // The output and the numbers of arguments do not depend on the machine.
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

        using var terminal = new Utf8Terminal();
        using var interrupted = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);

        var root = createRoot();
        GlobalOptions.AddTo(root);
        foreach (var help in root.Options.OfType<HelpOption>())
            ((HelpAction)help.Action!).MaxWidth = Output.Width;
        var result = root.Parse(arguments);
        if (result.Action is ParseErrorAction action)
            return UsageError.Write(result, action);
        if (result.CommandResult.Command.Name is EmulatorCommand.Name)
            GlobalOptions.HideAccount();

        return await result.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interrupted.Token).ConfigureAwait(false);

        // The second signal ends the process.
        void Cancel(PosixSignalContext context)
        {
            if (interrupted.IsCancellationRequested)
                return;
            context.Cancel = true;
            interrupted.Cancel();
        }
    }

    /// <summary>Sets what a command does. It returns an exit code; its exceptions are reported as one line.</summary>
    public static Command Runs(this Command command, Func<Session, CancellationToken, Task<int>> run)
    {
        command.SetAction(async (arguments, cancellationToken) =>
        {
            using var session = new Session(arguments);
            try
            {
                var code = await run(session, cancellationToken).ConfigureAwait(false);
                session.Output.Flush();
                return code;
            }
            catch (Exception e)
            {
                session.Output.TryFlush();
                return ErrorReport.Write(e);
            }
        });
        return command;
    }

    /// <inheritdoc cref="Runs(Command, Func{Session, CancellationToken, Task{int}})"/>
    public static Command Runs(this Command command, Func<Session, int> run) => command.Runs((session, _) => Task.FromResult(run(session)));
}
