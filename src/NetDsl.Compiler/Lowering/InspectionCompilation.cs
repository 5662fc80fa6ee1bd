using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering;

/// <summary>Compiles what is behind Gateway Load Balancer endpoints, each once.</summary>
internal sealed class InspectionCompilation(TopologyIndex index, NodeTable nodes, FilterCompilation filters, HolderList holders)
{
    private readonly InternedTable<Inspection> inspections = new();

    /// <summary>The inspection with that index.</summary>
    public Inspection this[int index] => inspections[index];

    public EquatableArray<Inspection> ToEquatableArray() => inspections.ToEquatableArray();

    /// <summary>The place in the table of what is behind an endpoint that leads somewhere.</summary>
    public int IndexOf(VpcEndpoint endpoint, ApplianceSelection selection)
    {
        var (balancer, node) = (selection.Balancer!, selection.Node!);
        var home = index.Get<Subnet>(node.Subnet);
        return inspections.IndexOf(new Inspection(
            nodes.Of(endpoint),
            nodes.Of(balancer),
            node.PrivateAddress,
            balancer.Stickiness,
            selection.Targets.Select(target => Target(home, target)).ToEquatableArray(),
            $"of {selection.Targets.Count} healthy, {(balancer.CrossZone ? "of all zones" : $"of {home.Zone}")}"));
    }

    private InspectionTarget Target(Subnet home, ApplianceTarget target)
    {
        var appliance = index.Get<NetworkInterface>(target.Interface);
        var away = index.Get<Subnet>(appliance.Subnet);
        var host = index.Get<Instance>(appliance.Instance!);
        return new InspectionTarget(
            holders.Of(appliance), nodes.Of(host), host.Forwarding, Edges(home, away), Edges(away, home), nodes.Relative(target.Origin));
    }

    /// <summary>The ACLs between two subnets; inside one none is asked.</summary>
    private EquatableArray<NetworkAclStep> Edges(Subnet from, Subnet to) =>
        from.Id == to.Id ? [] : [Acl(from, inbound: false), Acl(to, inbound: true)];

    private NetworkAclStep Acl(Subnet subnet, bool inbound)
    {
        var acl = index.Get<NetworkAcl>(subnet.NetworkAcl);
        return new NetworkAclStep(nodes.Of(acl), nodes.Of(subnet), inbound, filters.Acl(acl, inbound));
    }
}
