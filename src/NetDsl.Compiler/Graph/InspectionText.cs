using NetDsl.Model;
using static NetDsl.Compiler.Graph.GraphTextWriter;

namespace NetDsl.Compiler.Graph;

/// <summary>Inspections as lines of a graph's text: what is behind an endpoint, and below it its appliances.</summary>
internal static class InspectionText
{
    public const string Section = "inspections";

    public static IEnumerable<string[]> Lines(EquatableArray<Inspection> inspections)
    {
        foreach (var inspection in inspections)
        {
            yield return
            [
                "inspection",
                Number(inspection.Node),
                Number(inspection.LoadBalancer),
                inspection.Address.ToString(),
                inspection.Stickiness.ToString(),
                Quoted(inspection.Text),
                Number(inspection.Targets.Count),
            ];
            foreach (var target in inspection.Targets)
            {
                yield return
                [
                    "appliance",
                    Number(target.Holder),
                    Number(target.Host),
                    target.Mode.ToString(),
                    At(target.Origin),
                    .. Words(target.There),
                    .. Words(target.Back),
                ];
            }
        }
    }

    public static Inspection Read(GraphTextLines lines)
    {
        lines.Expect("inspection");
        var (node, balancer, address) = (lines.Number(), lines.Number(), lines.Address());
        var (stickiness, text) = (lines.Enumeration<FlowStickiness>(), lines.Quoted());
        return new Inspection(node, balancer, address, stickiness, lines.Following(Appliance), text);
    }

    private static InspectionTarget Appliance(GraphTextLines lines)
    {
        lines.Expect("appliance");
        var (holder, host, mode, origin) = (lines.Number(), lines.Number(), lines.Enumeration<HostForwarding>(), lines.Origin());
        return new InspectionTarget(holder, host, mode, lines.Several(Acl), lines.Several(Acl), origin);
    }

    private static NetworkAclStep Acl(GraphTextLines lines) => new(lines.Number(), lines.Number(), lines.Choice("in", "out") == 0, lines.Number());

    private static IEnumerable<string> Words(EquatableArray<NetworkAclStep> acls) => acls
        .SelectMany(acl => new[] { Number(acl.Node), Number(acl.Subnet), acl.Inbound ? "in" : "out", Number(acl.Filter) })
        .Prepend(Number(acls.Count));
}
