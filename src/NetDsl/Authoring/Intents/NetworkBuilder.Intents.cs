using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl;

/// <content>What is expected of the network.</content>
public sealed partial class NetworkBuilder
{
    private readonly List<ExpectationBuilder> expectations = [];

    /// <summary>
    /// Begins an expectation, which <see cref="ExpectationBuilder.CanReach(IntentEnds, TrafficSelector, string, int)"/> or
    /// <see cref="ExpectationBuilder.CannotReach(IntentEnds, TrafficSelector?, string, int)"/> completes. It is proved at compile time, and is told with
    /// a packet where it does not hold. It may stand before elements that it does not name.
    /// </summary>
    /// <param name="from">
    /// Who sends: a host, all that is inside a subnet, a VPC or a site, <c>Tagged("role", "web")</c>, a prefix such as <c>10.0.0.0/16</c>, or <c>Internet</c>;
    /// or several of these, in brackets.
    /// </param>
    public ExpectationBuilder Expect(IntentEnds from, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var call = Call.Here(file, line);
        var expectation = new ExpectationBuilder(this, call.Origin, new EndReading(this).Senders(from, call, nameof(from)));
        expectations.Add(expectation);
        return expectation;
    }

    private Topology WithIntents(Topology network)
    {
        if (expectations.Count == 0)
        {
            return network;
        }

        var assembly = new IntentAssembly(network);
        var intents = assembly.Intents(expectations);
        return network with { Intents = intents, Problems = network.Problems.Concat(assembly.Problems).ToEquatableArray() };
    }
}
