namespace MapTiler.Tests;

/// <summary>Tests that change environment variables of the process; they run alone.</summary>
[CollectionDefinition(nameof(UsesEnvironment), DisableParallelization = true)]
public class UsesEnvironment;
