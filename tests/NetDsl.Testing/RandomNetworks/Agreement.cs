using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NetDsl.Model;

namespace NetDsl.Testing.RandomNetworks;

/// <summary>
/// Asks two engines the same questions about random networks. The first difference fails, with the network made as small as
/// it can be, and one line that asks it again.
/// </summary>
public static class Agreement
{
    /// <summary>The seed to replay.</summary>
    const string SeedVariable = "NETDSL_SEED";

    /// <summary>How many networks, in place of what the test says.</summary>
    const string NetworksVariable = "NETDSL_NETWORKS";

    const string Throws = "throws";

    /// <summary>Fails when the engines differ in verdict, outcome, reasons, receiver or the packet of the last hop.</summary>
    /// <param name="one">Makes the engine that is right by definition.</param>
    /// <param name="other">Makes the engine under test.</param>
    /// <param name="networks">How many networks.</param>
    /// <param name="questions">How many questions to each.</param>
    /// <param name="everyHop">Whether all hops are compared: element, kind, code and packet.</param>
    /// <param name="test">The test that asks.</param>
    public static void Check(
        Func<Topology, Answer> one,
        Func<Topology, Answer> other,
        int networks,
        int questions,
        bool everyHop = false,
        [CallerMemberName] string test = "")
    {
        foreach (var seed in Seeds(networks))
        {
            var topology = RandomNetwork.Create(seed);
            var first = one(topology);
            var second = other(topology);
            foreach (var question in Question.Draw(topology, seed, questions))
            {
                if (Text(first, question, everyHop) != Text(second, question, everyHop))
                {
                    throw new DisagreementException(Explain(one, other, topology, question, everyHop, seed, test));
                }
            }
        }
    }

    /// <summary>What is compared, as text.</summary>
    /// <param name="trace">An answer.</param>
    /// <param name="everyHop">Whether all hops are in it, or the packet of the last one only.</param>
    public static string Text(Trace trace, bool everyHop)
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{trace.Verdict}");
        foreach (var (name, direction) in new[] { ("forward", trace.Forward), ("return", trace.Return) })
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{name}: {direction.Outcome}, receiver {direction.Receiver ?? "none"}");
            foreach (var block in direction.Blocks)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {block.Code.ToCode()} at {block.Element}");
            }

            foreach (var hop in everyHop ? direction.Hops : direction.Hops.TakeLast(1))
            {
                text.AppendLine(everyHop
                    ? $"  {hop.Kind} {hop.Element}: {hop.Packet} {hop.Code?.ToCode()}".TrimEnd()
                    : $"  {hop.Packet}");
            }
        }

        return text.ToString();
    }

    /// <summary>What an engine says; to throw is an answer too, and a wrong one.</summary>
    static string Text(Answer answer, Question question, bool everyHop, bool where = false)
    {
        try
        {
            return Text(answer(question), everyHop);
        }
#pragma warning disable CA1031 // Whatever an engine throws is to be told with the question that made it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return $"{Throws} {fault.GetType()}{(where ? $": {fault.Message}\n{fault.StackTrace}" : "")}";
        }
    }

    static IEnumerable<int> Seeds(int networks) =>
        int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var seed)
            ? [seed]
            : Enumerable.Range(
                1, int.TryParse(Environment.GetEnvironmentVariable(NetworksVariable), CultureInfo.InvariantCulture, out var asked) ? asked : networks);

    static string Explain(
        Func<Topology, Answer> one,
        Func<Topology, Answer> other,
        Topology topology,
        Question question,
        bool everyHop,
        int seed,
        string test)
    {
        var small = Shrinking.Smallest(topology, candidate =>
        {
            var expected = Text(one(candidate), question, everyHop);
            return !expected.StartsWith(Throws, StringComparison.Ordinal) && expected != Text(other(candidate), question, everyHop);
        });
        return $"""
            The engines disagree about {question}
            Replay: {SeedVariable}={seed} dotnet test --filter {test}

            expected:
            {Text(one(small), question, everyHop: true, where: true)}
            actual:
            {Text(other(small), question, everyHop: true, where: true)}
            in this part of the network:
            {Description.Of(small)}
            """;
    }
}

/// <summary>Two engines answer one question differently.</summary>
public sealed class DisagreementException(string message) : Exception(message);
