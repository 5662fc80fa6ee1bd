using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;

namespace NetDsl.Testing;

/// <summary>How far the runtime's compiler has optimised a method.</summary>
public enum JitTier
{
    /// <summary>It has not been compiled while somebody listened.</summary>
    None,

    /// <summary>For the time being, to start quickly.</summary>
    First,

    /// <summary>The compiler found it too large to optimise, and never will.</summary>
    GivenUp,

    /// <summary>As well as it can.</summary>
    Full,
}

/// <summary>Listens to what the runtime says of the methods that it compiles, and keeps the best tier of each.</summary>
public sealed class JitTiers : EventListener
{
    const string Source = "Microsoft-Windows-DotNETRuntime";
    const EventKeywords Jit = (EventKeywords)0x10;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    readonly ConcurrentDictionary<string, JitTier> tiers = new(StringComparer.Ordinal);

    /// <summary>The tier of a method.</summary>
    /// <param name="type">The full name of its type.</param>
    /// <param name="method">Its name; of overloads the best one counts.</param>
    public JitTier Of(string type, string method) => tiers.GetValueOrDefault($"{type}.{method}");

    /// <summary>Does some work until a method has come to its last tier, or for a minute.</summary>
    /// <param name="work">What calls the method, again and again.</param>
    /// <param name="type">The full name of its type.</param>
    /// <param name="method">Its name.</param>
    public JitTier After(Action work, string type, string method)
    {
        var start = Stopwatch.GetTimestamp();
        while (Of(type, method) < JitTier.GivenUp && Stopwatch.GetElapsedTime(start) < Patience)
        {
            for (var call = 0; call < 100; call++)
            {
                work();
            }

            // The runtime optimises in a thread of its own, when for a while nothing new was called.
            Thread.Sleep(20);
        }

        return Of(type, method);
    }

    /// <inheritdoc/>
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource?.Name == Source)
        {
            EnableEvents(eventSource, EventLevel.Verbose, Jit);
        }
    }

    /// <inheritdoc/>
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData?.EventName?.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) != true
            || Field(eventData, "MethodNamespace") is not string type
            || Field(eventData, "MethodName") is not string method
            || Field(eventData, "MethodFlags") is not uint flags)
        {
            return;
        }

        // The numbers of the runtime's own NativeCodeVersion::OptimizationTier, as "Method Events" of its documentation tells them.
        var tier = ((flags >> 7) & 7) switch
        {
            1 => JitTier.GivenUp,
            2 or 4 => JitTier.Full,
            _ => JitTier.First,
        };
        tiers.AddOrUpdate($"{type}.{method}", tier, (_, known) => known > tier ? known : tier);
    }

    static object? Field(EventWrittenEventArgs data, string name) =>
        data.PayloadNames?.IndexOf(name) is >= 0 and var index ? data.Payload![index] : null;
}
