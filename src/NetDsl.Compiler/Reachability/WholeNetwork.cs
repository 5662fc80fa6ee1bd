using NetDsl.Compiler.Reachability.Sets;
using NetDsl.Model;

namespace NetDsl.Compiler.Reachability;

/// <summary>Questions about a network as a whole: what cannot be told of all of it is told of no part.</summary>
internal static class WholeNetwork
{
    /// <summary>The answer to a question about a network that has to be whole.</summary>
    /// <param name="topology">The network.</param>
    /// <param name="answer">Answers.</param>
    /// <exception cref="ArgumentException">The topology is not whole.</exception>
    /// <exception cref="ReachabilityException">Its packets are too many to be told apart.</exception>
    public static T Ask<T>(Topology topology, Func<T> answer)
    {
        if (!topology.IsWhole)
        {
            throw new ArgumentException($"Topology '{topology.Name}' has {topology.Problems.Count} problems, so that nothing is told of it.", nameof(topology));
        }

        try
        {
            return answer();
        }
        catch (PacketSpaceExhaustedException exhausted)
        {
            throw new ReachabilityException(exhausted.Message, exhausted);
        }
    }
}
