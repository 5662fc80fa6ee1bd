namespace NetDsl.Runtime.Classification;

/// <summary>
/// Recursive flow classification (Gupta and McKeown, "Packet Classification on Multiple Fields", SIGCOMM 1999): fields have classes, pairs of classes have classes of their own, and the last
/// pair, of what addresses and what protocol and ports say, has the verdict. What a packet costs does not depend on how many rules are left of a list for its addresses.
/// </summary>
internal sealed class RecursiveRules : RuleTable
{
    // What working the tables out may cost, and what they may have.
    private const long MostWork = 1 << 26;
    private const long MostCells = 1 << 21;

    private readonly PairTable pairs;
    private readonly PortTables fields;
    private readonly int destinationPortCount;
    private readonly int protocolCount;
    private readonly int[] services;
    private readonly int[] verdicts;

    private RecursiveRules(PairTable pairs, PortTables fields, int destinationPortCount, int protocolCount, int[] services, int[] verdicts) =>
        (this.pairs, this.fields, this.destinationPortCount, this.protocolCount, this.services, this.verdicts) = (pairs, fields, destinationPortCount, protocolCount, services, verdicts);

    /// <summary>The table of a list; nothing where its tables would be too large.</summary>
    public static RecursiveRules? TryBuild(PacketRule[] rules, AddressPairs? addresses, int otherwise)
    {
        if (addresses is null)
        {
            return null;
        }

        var services = rules.Select(rule => (rule.Protocols, rule.SourcePorts, rule.DestinationPorts)).Distinct().ToArray();
        var sourcePorts = FieldClasses.Of(Array.ConvertAll(services, service => service.SourcePorts));
        var destinationPorts = FieldClasses.Of(Array.ConvertAll(services, service => service.DestinationPorts));
        var protocols = FieldClasses.Of(Array.ConvertAll(services, service => service.Protocols));
        var cells = (long)sourcePorts.Count * destinationPorts.Count * protocols.Count;
        if (cells > MostCells || cells * services.Length > MostWork)
        {
            return null;
        }

        // Packets of one class of services match the same of them.
        var classOfCell = new int[cells];
        var (classes, matching, cell) = (new DistinctLists(), new List<int>(), 0);
        for (var sourcePort = 0; sourcePort < sourcePorts.Count; sourcePort++)
        {
            for (var destinationPort = 0; destinationPort < destinationPorts.Count; destinationPort++)
            {
                for (var protocol = 0; protocol < protocols.Count; protocol++)
                {
                    matching.Clear();
                    for (var service = 0; service < services.Length; service++)
                    {
                        if (Has(sourcePorts, service, sourcePort) && Has(destinationPorts, service, destinationPort) && Has(protocols, service, protocol))
                        {
                            matching.Add(service);
                        }
                    }

                    classOfCell[cell++] = classes.PlaceOf(matching);
                }
            }
        }

        var count = classes.All.Count;
        if ((long)count * addresses.Lists.Count > MostCells || (long)count * addresses.Lists.Sum(list => (long)list.Length) > MostWork)
        {
            return null;
        }

        var placeOf = services.Index().ToDictionary(service => service.Item, service => service.Index);
        int[] serviceOf = [.. rules.Select(rule => placeOf[(rule.Protocols, rule.SourcePorts, rule.DestinationPorts)])];
        var verdicts = new int[count * addresses.Lists.Count];
        var matched = new bool[services.Length];
        for (var each = 0; each < count; each++)
        {
            Array.Clear(matched);
            Array.ForEach(classes.All[each], service => matched[service] = true);
            for (var list = 0; list < addresses.Lists.Count; list++)
            {
                var first = Array.FindIndex(addresses.Lists[list], rule => matched[serviceOf[rule]]);
                verdicts[(list * count) + each] = first < 0 ? otherwise : rules[addresses.Lists[list][first]].Verdict;
            }
        }

        return new RecursiveRules(
            addresses.Table([.. Enumerable.Range(0, addresses.Lists.Count).Select(list => list * count)]),
            new PortTables(sourcePorts, destinationPorts, protocols),
            destinationPorts.Count,
            protocols.Count,
            classOfCell,
            verdicts);

        static bool Has(FieldClasses field, int service, int each) => field.OfRules[service].First <= each && each < field.OfRules[service].End;
    }

    public override void FindChunk(in PacketColumns packets, Span<int> verdicts)
    {
        Span<int> sourcePorts = stackalloc int[Chunk];
        Span<int> destinationPorts = stackalloc int[Chunk];
        Span<int> protocols = stackalloc int[Chunk];
        pairs.Find(packets.Sources, packets.Destinations, verdicts);
        fields.Find(packets, sourcePorts, destinationPorts, protocols);
        for (var index = 0; index < verdicts.Length && index < sourcePorts.Length && index < destinationPorts.Length && index < protocols.Length; index++)
        {
            var cell = (((sourcePorts[index] * destinationPortCount) + destinationPorts[index]) * protocolCount) + protocols[index];
            verdicts[index] = this.verdicts[verdicts[index] + services[cell]];
        }
    }
}
