using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace MapTiler.Tool;

/// <summary>Reports arguments that are not valid: what is wrong, and a similar name or the list of the commands.</summary>
internal static class UsageError
{
    public static int Write(ParseResult result, ParseErrorAction action)
    {
        var command = result.CommandResult.Command;
        var isGroup = command.Subcommands.Count > 0;
        var unknown = result.UnmatchedTokens.Count > 0 ? result.UnmatchedTokens[0] : null;
        var message = isGroup && unknown is not null ? $"There is no command '{unknown}'."
            : isGroup ? "Specify a command."
            : string.Join(' ', result.Errors.Select(error => error.Message));
        if (unknown is not null && (isGroup || unknown.StartsWith('-')))
            message += Suggestion(result, action, unknown);
        else if (unknown is not null && command.Arguments.Any(argument => argument.Name == "query") && !result.Tokens.Any(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal)))
            message += " A query of several words must be in quotation marks.";

        var code = ErrorReport.Write(new UsageException(isGroup ? message : message + " Run with --help for the arguments."));
        if (isGroup)
            Output.WriteStatus("\n" + Invoke(result, action, suggests: false));
        return code;
    }

    // The library writes a question for each unknown name that is similar to others, and those below it.
    private static string Suggestion(ParseResult result, ParseErrorAction action, string unknown)
    {
        var lines = Invoke(result, action, suggests: true).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines is [var question, ..] && question.Contains($"'{unknown}'", StringComparison.Ordinal)
            ? $" Did you mean {string.Join(" or ", lines.Skip(1).TakeWhile(line => !line.EndsWith('?')))}?"
            : "";
    }

    // Returns the similar names, or the help of the command.
    private static string Invoke(ParseResult result, ParseErrorAction action, bool suggests)
    {
        (action.ShowTypoCorrections, action.ShowHelp) = (suggests, !suggests);
        using var text = new StringWriter();
        result.Invoke(new() { Output = text, Error = TextWriter.Null, ProcessTerminationTimeout = null });
        return text.ToString().Trim();
    }
}
