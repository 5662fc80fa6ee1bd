using NetDsl.Addressing;
using NetDsl.Interop.Snapshots.Reading;
using NetDsl.Model;

namespace NetDsl.Interop.Snapshots.Mapping;

/// <summary>
/// Turns entries of a snapshot into a topology, by the builders that people use: what is valid and what it means is written there. What a builder does not take,
/// and what an entry refers to that is not here, is a gap; it never stops the import.
/// </summary>
internal sealed partial class SnapshotMapping
{
    private readonly SnapshotRecords records;
    private readonly NetworkBuilder network;
    private readonly SnapshotGaps gaps = new();
    private readonly Dictionary<string, List<ElementId>> aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccountBuilder> accounts = new(StringComparer.Ordinal);
    private int told;

    public SnapshotMapping(string name, SnapshotRecords records)
    {
        this.records = records;
        network = new NetworkBuilder(name).NamesAreIdentifiers();
    }

    public AccountSnapshot Map()
    {
        foreach (var (key, count) in records.NotRead)
        {
            gaps.Add(key, "is not read; verdicts that hang on it are unknown where other entries refer to it", count);
        }

        foreach (var cut in records.CutOff)
        {
            gaps.Add(Path.GetFileName(cut.File.Path), "goes on in a further answer, which is not here; every verdict is unknown", Uncertainty.Everywhere);
        }

        MapVpcs();
        MapSubnets();
        MapPrefixLists();
        MapSecurityGroups();
        MapGateways();
        MapPeerings();
        MapInterfaces();
        MapNatGateways();
        MapNetworkLoadBalancers();
        MapAccelerators();
        MapEndpoints();
        MapNetworkAcls();
        MapTransitGateways();
        MapClientVpns();
        MapHybrid();
        MapRouteTables();
        MapTransitGatewayRouteTables();
        MapUnassociatedAddresses();

        var topology = network.Build();

        // What a call could not take has been told with the call; what shows only in the whole is told here.
        foreach (var problem in topology.Problems.Skip(told))
        {
            gaps.Add(KeyAt(problem.Origin), $"{problem.Text}; every verdict is unknown", Uncertainty.Everywhere);
        }

        var whole = topology with { Problems = [] };
        var doubtful = doubtfulGroups.Select(group => group.Id).ToHashSet();
        var judging = whole.NetworkInterfaces.Where(each => each.SecurityGroups.Any(doubtful.Contains)).Select(each => each.Id)
            .Concat(whole.ClientVpnEndpoints.Where(each => each.SecurityGroups.Any(doubtful.Contains)).SelectMany(each => each.Associations).Select(each => each.Id));
        foreach (var id in judging)
        {
            gaps.LeaveOpen(new Uncertainty(id.Path, OnlyWhereDropped: true));
        }

        TopologyInvariants.Require(whole);
        return new AccountSnapshot(whole, gaps, aliases.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<ElementId>)pair.Value, StringComparer.Ordinal));
    }

    /// <summary>Calls builders; what they do not take is a gap.</summary>
    /// <param name="record">What the calls are for.</param>
    /// <param name="call">The calls.</param>
    /// <param name="leavesOpen">What is not known when they are refused.</param>
    /// <returns>Whether they were all taken.</returns>
    private bool Try(SnapshotRecord record, Action call, params ReadOnlySpan<Uncertainty> leavesOpen)
    {
        var before = network.Problems.All.Count;
        call();
        for (var index = before; index < network.Problems.All.Count; index++)
        {
            told++;
            gaps.Add(record.Key, $"{record.Id}: {network.Problems.All[index].Text}; verdicts that hang on it are unknown", leavesOpen);
        }

        return network.Problems.All.Count == before;
    }

    /// <summary>Something is in a subnet at an address that is not known: where nobody seems to have one, it may.</summary>
    private static Uncertainty Somewhere(SubnetBuilder subnet) => new(null, subnet.Prefixes.First()) { OnlyWhereNobodyIs = true };

    /// <summary>Lets an element be called by its Name tag too.</summary>
    private void Name(SnapshotRecord record, ElementId id) => Alias(record.Name, id);

    private void Alias(string? text, ElementId id)
    {
        if (string.IsNullOrEmpty(text) || text == id.Name)
        {
            return;
        }

        if (!aliases.TryGetValue(text, out var known))
        {
            aliases.Add(text, known = []);
        }

        if (!known.Contains(id))
        {
            known.Add(id);
        }
    }

    /// <summary>The account of that number; the default one when the number is none.</summary>
    private AccountBuilder Account(string? number)
    {
        if (number is not { Length: 12 } || !number.All(char.IsAsciiDigit) || number == network.DefaultAccount.Number)
        {
            return network.DefaultAccount;
        }

        if (!accounts.TryGetValue(number, out var account))
        {
            accounts.Add(number, account = network.Account(number, number));
        }

        return account;
    }

    private RegionBuilder Region(SnapshotRecord record) => network.Region(record.Region, record.Value.File.Path, record.Value.Line);

    private static string KeyAt(Origin origin) => origin.File.Length == 0 ? "snapshot" : $"{Path.GetFileName(origin.File)}:{origin.Line}";

    /// <summary>Whether the state of an entry says that it is there: one that says nothing is.</summary>
    private static bool IsIn(string? state, params ReadOnlySpan<string> states) => state is null || states.Contains(state);

    private static IpPrefix? PrefixOf(string? text) => IpPrefix.TryParse(text, out var prefix, out _) ? prefix : null;
}
