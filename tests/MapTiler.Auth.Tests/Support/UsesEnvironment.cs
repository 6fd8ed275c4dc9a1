namespace MapTiler.Tests;

/// <summary>Tests that change the variables of the process, one after the other and with nothing beside them.</summary>
[CollectionDefinition(nameof(UsesEnvironment), DisableParallelization = true)]
public class UsesEnvironment;
