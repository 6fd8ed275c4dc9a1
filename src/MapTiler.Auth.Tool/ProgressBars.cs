using Spectre.Console;

namespace MapTiler.Tool;

/// <summary>Shows the progress of one task, with its remaining time.</summary>
internal static class ProgressBars
{
    private const int MinWidth = 70;

    public static Task<T> ShowProgressAsync<T>(this IAnsiConsole console, string description, Func<ProgressTask, Task<T>> run)
    {
        ProgressColumn[] columns = console.Profile.Width < MinWidth
            ? [new PercentageColumn(), new RemainingTimeColumn()]
            : [new TaskDescriptionColumn(), new ProgressBarColumn { Width = 16 }, new PercentageColumn(), new RemainingTimeColumn()];
        return console.Progress().AutoClear(true).Columns(columns).StartAsync(progress => run(progress.AddTask(description)));
    }
}
