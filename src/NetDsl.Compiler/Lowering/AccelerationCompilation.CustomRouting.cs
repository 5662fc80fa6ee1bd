using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <content>Custom routing accelerators, whose ports are rules with one destination each.</content>
internal sealed partial class AccelerationCompilation
{
    private const int AnyWeight = 128;
    private const int FullDial = 100;

    /// <summary>The ports that lead to each host, and those that lead nowhere: to nobody, or to what gets no traffic.</summary>
    private IEnumerable<AccelerationRule> RulesOf(CustomRoutingListener listener)
    {
        var map = new CustomRoutingMap(listener, index.Get<Subnet>);
        foreach (var protocol in CustomRoutingMap.Protocols)
        {
            var leading = new HashSet<ushort>();
            foreach (var part in map.Parts)
            {
                foreach (var host in CustomRoutingMap.HostsIn(index.Topology, part.Subnet.Subnet))
                {
                    var mappings = map.PortsTo(part, host.PrivateAddress)
                        .Where(each => each.Leads.Takes(protocol) && part.Subnet.Allows(host.PrivateAddress, each.Leads.Port))
                        .Select(each => new PortMapping(each.ListenerPort, each.Leads.Port))
                        .ToList();
                    if (mappings.Count > 0)
                    {
                        leading.UnionWith(mappings.Select(mapping => mapping.Listener));
                        yield return Rule(protocol, Ranges(mappings.Select(mapping => (int)mapping.Listener)), [Group(part, host, mappings)], listener);
                    }
                }
            }

            var rest = Ranges(listener.Ports.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)).Where(port => !leading.Contains((ushort)port)));
            if (rest.Count > 0)
            {
                yield return Rule(protocol, rest, [], listener);
            }
        }
    }

    private AccelerationRule Rule(Protocol protocol, EquatableArray<PortRange> ports, EquatableArray<AccelerationGroup> groups, CustomRoutingListener listener) =>
        new(protocol, ports, BySource: false, groups, nodes.Relative(listener.Origin)) { IsPortMap = true };

    private AccelerationGroup Group(CustomRoutingMap.Part part, NetworkInterface host, List<PortMapping> mappings)
    {
        var allowed = part.Subnet.Allowed.FirstOrDefault(each => host.PrivateAddress == each.Address && each.Ports.Contains(mappings[0].Endpoint));
        return new AccelerationGroup(
            nodes.Of(index.Get<Region>(part.Group.Region)),
            FullDial,
            mappings.Where(mapping => mapping.Listener != mapping.Endpoint).ToEquatableArray(),
            [
                new AccelerationEndpoint(
                    nodes.Of(host),
                    AnyWeight,
                    IsHealthy: true,
                    KeepsSource: true,
                    holders.Sources.AcceleratorEntry(index.Get<Subnet>(host.Subnet).Vpc),
                    [Inside(host) with { Ipv6Address = null }],
                    nodes.Relative((allowed?.Origin) ?? part.Subnet.Origin)),
            ]);
    }

    /// <summary>Ports as ranges, rising.</summary>
    private static EquatableArray<PortRange> Ranges(IEnumerable<int> ports)
    {
        var ranges = new List<PortRange>();
        foreach (var port in ports.OrderBy(port => port))
        {
            if (ranges.Count > 0 && ranges[ranges.Count - 1].Last == port - 1)
            {
                ranges[ranges.Count - 1] = new PortRange(ranges[ranges.Count - 1].First, (ushort)port);
            }
            else
            {
                ranges.Add(new PortRange((ushort)port, (ushort)port));
            }
        }

        return ranges.ToEquatableArray();
    }
}
