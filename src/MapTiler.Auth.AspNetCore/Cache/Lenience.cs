using Polly;
using Polly.CircuitBreaker;

namespace MapTiler.AspNetCore;

/// <summary>Gives up what replicas share when it does not answer, and leaves it alone for a while after some failures.</summary>
internal static class Lenience
{
    public static ResiliencePipeline Create(TimeProvider time, TimeSpan timeout) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions { MinimumThroughput = 3, SamplingDuration = TimeSpan.FromSeconds(10), BreakDuration = TimeSpan.FromSeconds(5) })
        .AddTimeout(timeout)
        .Build();
}
