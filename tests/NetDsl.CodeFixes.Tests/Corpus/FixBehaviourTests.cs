using NetDsl.Compiler.Reachability;
using NetDsl.Testing;

namespace NetDsl.CodeFixes.Tests.Corpus;

/// <summary>What code fixes change of the behaviour of networks: asked of the behaviour difference, for every seeded fault that a fix repairs.</summary>
public class FixBehaviourTests
{
    /// <summary>Of these no part can be left out so that the rest could be asked: IPv6 targets of a load balancer that has no IPv6.</summary>
    static readonly string[] NotAsked = ["Ipv6TargetsOfASecondListener", "Ipv6TargetsOfIpv4"];

    /// <summary>Words of titles that promise to open nothing.</summary>
    static readonly string[] Narrowing = ["of the same zone", "Enable appliance mode", "Give the entry the number", "Move the NAT gateway", "Remove the r"];

    [Fact]
    public async Task Behaviour_changes_as_the_title_of_the_fix_says()
    {
        var asked = SeededFault.All.Where(fault => fault.IsFixedByNetDsl && !NotAsked.Contains(fault.Name));
        var changes = await Task.WhenAll(asked.Select(fault => Task.Run(() => ChangeAsync(fault))));
        Assert.All(changes, change =>
        {
            // A value that is replaced may move what it names; what takes away or adds closes nothing, and what narrows opens nothing.
            Assert.True(change.Closed.Count == 0 || change.Title.StartsWith("Replace by", StringComparison.Ordinal), change.ToString());
            Assert.True(change.Opened.Count == 0 || !Narrowing.Any(words => change.Title.Contains(words, StringComparison.Ordinal)), change.ToString());

            // Where the vendor takes the network as it was, taking away changes nothing at all.
            Assert.True(change.Opened.Count == 0 || change.WasRefused || !change.Title.StartsWith("Remove", StringComparison.Ordinal), change.ToString());
        });
        Snapshot.MatchPage(Page(changes), "docs/fixes.md");
    }

    static async Task<Change> ChangeAsync(SeededFault fault)
    {
        var compilation = TopologyPrograms.Compile([fault.Tree]);
        var before = SeededFault.Evaluate(compilation, fault.Name);

        // What is refused is left out: the fix is compared with the rest.
        var (old, repaired) = ProbedNetworks.Of(before with { Problems = [] }, SeededFault.Evaluate(compilation, $"{fault.Name}Repaired"));
        var flows = BehaviourDifference.Of(old, repaired).Flows;
        return new Change(
            fault,
            await Repair.TitleAsync(fault.Rule, fault.Tree.FilePath, fault.Source),
            !before.IsWhole,
            [.. flows.Where(flow => flow.IsOpened).Select(Text)],
            [.. flows.Where(flow => !flow.IsOpened).Select(Text)]);
    }

    static string Text(FlowChange flow) => $"{flow.From} → {flow.To}";

    static string Page(IReadOnlyList<Change> changes) => $"""
        # What code fixes do

        A fix is offered only where it was seen to heal: the edited source is evaluated, the finding is gone, no other has come, and it compiles. Edits are of the text at
        the place that decides, a literal in a loop or a helper too; comments and layout stay. Every fix works on all findings of a file, project or solution at once.

        What a fix changes of the network is asked of `netdsl diff`'s comparison for {changes.Count} seeded faults of [samples/faults](../samples/faults), with a host that admits everything added
        to every subnet on both sides: a fix that takes away or adds closes no flow, one that narrows opens none, and taking away what is not refused changes nothing
        (FixBehaviourTests). {changes.Count(change => change.IsSilent)} of them change no flow between hosts; these do:

        | Rule | Fault | Fix | Opens | Closes |
        | --- | --- | --- | --- | --- |
        {string.Join('\n', changes.Where(change => !change.IsSilent).Select(change => $"| [{change.Fault.Rule}](rules/{change.Fault.Rule}.md) | [{change.Fault.Name}](../samples/faults/{change.Fault.Rule}/{change.Fault.Name}.cs) | {change.Title} | {Cell(change.Opened)} | {Cell(change.Closed)} |"))}

        ## Refactorings

        They change the program and, the first two apart, not the network; all are tried by compiling before they are offered.

        | At | |
        | --- | --- |
        | a call of `Subnet` with a literal prefix | splits the subnet into two halves |
        | the NAT gateway that a route leads to, in another zone | gives the zone of the route a NAT gateway of its own |
        | statements that stand once for each zone | puts them into a loop over the zones |
        | selected statements | extracts a helper: what they use becomes its parameters, what is used behind them its answer |
        | the name of a helper in a call | inlines the helper with the values of the call; one that nothing else calls goes away |

        """;

    static string Cell(IReadOnlyList<string> flows) => string.Join("<br>", flows.Count <= 4 ? flows : [.. flows.Take(3), $"and {flows.Count - 3} more"]);

    sealed record Change(SeededFault Fault, string Title, bool WasRefused, IReadOnlyList<string> Opened, IReadOnlyList<string> Closed)
    {
        public bool IsSilent => Opened.Count + Closed.Count == 0;

        public override string ToString() => $"{Fault.Name}: '{Title}' opens {string.Join(", ", Opened)}, closes {string.Join(", ", Closed)}";
    }
}
