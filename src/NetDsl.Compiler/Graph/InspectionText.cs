using System.Globalization;
using NetDsl.Model;

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
                GraphTextWriter.Quoted(inspection.Text),
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
                    GraphTextWriter.At(target.Origin),
                    .. Words(target.There),
                    .. Words(target.Back),
                ];
            }
        }
    }

    public static Inspection Read(GraphTextLines lines)
    {
        lines.Expect("inspection");
        var inspection = new Inspection(lines.Number(), lines.Number(), lines.Address(), lines.Enumeration<FlowStickiness>(), [], lines.Quoted());
        var count = lines.Number();
        var targets = new List<InspectionTarget>();
        while (targets.Count < count)
        {
            lines.Next();
            lines.Expect("appliance");
            var (holder, host, mode, origin) = (lines.Number(), lines.Number(), lines.Enumeration<HostForwarding>(), lines.Origin());
            targets.Add(new InspectionTarget(holder, host, mode, Acls(lines), Acls(lines), origin));
        }

        return inspection with { Targets = targets.ToEquatableArray() };
    }

    private static IEnumerable<string> Words(EquatableArray<NetworkAclStep> acls) => acls
        .SelectMany(acl => new[] { Number(acl.Node), Number(acl.Subnet), acl.Inbound ? "in" : "out", Number(acl.Filter) })
        .Prepend(Number(acls.Count));

    private static EquatableArray<NetworkAclStep> Acls(GraphTextLines lines)
    {
        var count = lines.Number();
        var acls = new List<NetworkAclStep>();
        while (acls.Count < count)
        {
            acls.Add(new NetworkAclStep(lines.Number(), lines.Number(), lines.Choice("in", "out") == 0, lines.Number()));
        }

        return acls.ToEquatableArray();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
