using NetDsl.Model;

namespace NetDsl.Compiler.Checks;

/// <summary>
/// An entry of a network ACL that says the opposite of one before it, which matches everything that it would: it never decides. Source: "Network ACL rules", Amazon VPC User
/// Guide: entries are asked in the order of their numbers, and the first that matches decides.
/// </summary>
public static class NetworkAclEntryNeverDecides
{
    /// <summary>ND3051.</summary>
    public static Rule Rule { get; } = new(
        "ND3051", "Entry of a network ACL never decides", RuleCategory.Security, Severity.Warning);

    internal static Check Check { get; } = new(Rule, Find);

    private static IEnumerable<Finding> Find(NetworkIndex network) =>
        from acl in network.Topology.NetworkAcls
        from entries in new[] { acl.Inbound, acl.Outbound }
        let ordered = entries.OrderBy(entry => entry.Number).ToList()
        from entry in ordered
        let first = ordered.TakeWhile(each => each != entry).FirstOrDefault(each => Covers(each, entry))
        where first is not null && first.Action != entry.Action
        select new Finding(
            Rule,
            $"Entry {entry.Number} of network ACL {network.Name(acl.Id)} {Word(entry)} what entry {first.Number} {Word(first)} already: the lower number decides, and this one never does; give it a number below {first.Number}, or take it away.",
            entry.Origin)
        {
            Related = [new RelatedOrigin(first.Origin, $"entry {first.Number}, which decides")],
            FixArguments = FixArguments.Of(FixArguments.Replacement, FreeNumberBefore(ordered, first.Number)).ToEquatableArray(),
        };

    /// <summary>Whether one matches every packet that the other does.</summary>
    private static bool Covers(NetworkAclEntry wide, NetworkAclEntry narrow) =>
        wide.Peer.Value.Contains(narrow.Peer.Value) && wide.Traffic.Covers(narrow.Traffic);

    /// <summary>The next number before an entry that no other has.</summary>
    private static string? FreeNumberBefore(List<NetworkAclEntry> entries, int number) => Enumerable.Range(1, number - 1)
        .Reverse()
        .Where(free => entries.TrueForAll(entry => entry.Number != free))
        .Select(free => FormattableString.Invariant($"{free}"))
        .FirstOrDefault();

    private static string Word(NetworkAclEntry entry) => $"{(entry.Action == AclAction.Allow ? "allows" : "denies")} {entry.Traffic} {entry.Peer}";
}
