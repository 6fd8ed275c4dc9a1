using System.CommandLine;
using Spectre.Console;

namespace MapTiler.Tool;

/// <summary>Requires a confirmation of what cannot be undone or is billed.</summary>
internal static class Confirmation
{
    public static Option<bool> Yes { get; } = new("--yes", "-y") { Description = "Confirm without a prompt" };

    /// <param name="session">The session.</param>
    /// <param name="question">The question to a person.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <param name="advice">What to do in a script; by default, to use <c>--yes</c>.</param>
    /// <exception cref="UsageException">No one can respond, and <c>--yes</c> is not set.</exception>
    /// <exception cref="OperationCanceledException">The response is no.</exception>
    public static async Task RequireAsync(Session session, string question, CancellationToken cancellationToken, string advice = "This cannot be undone. Confirm it with --yes.")
    {
        if (session.Get(Yes))
            return;
        if (!Output.CanPrompt)
            throw new UsageException(advice);
        if (!await session.Output.Status.ConfirmAsync(Markup.Escape(question), defaultValue: false, cancellationToken).ConfigureAwait(false))
            throw new OperationCanceledException();
    }
}
