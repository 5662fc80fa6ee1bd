using System.Runtime.CompilerServices;

namespace NetDsl.Compiler.Graph;

/// <content>What is behind Gateway Load Balancer endpoints.</content>
internal static partial class GraphConsistency
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CheckInspections(ForwardingGraph graph)
    {
        foreach (var inspection in graph.Inspections)
        {
            Check(inspection.Node, graph.Nodes.Count, "Gateway Load Balancer endpoint");
            Check(inspection.LoadBalancer, graph.Nodes.Count, "Gateway Load Balancer");
            CheckSome(inspection.Targets.Count, "a Gateway Load Balancer endpoint has no appliance");
            foreach (var target in inspection.Targets)
            {
                Check(target.Holder, graph.Holders.Count, "interface of an appliance");
                Check(target.Host, graph.Nodes.Count, "appliance");
                foreach (var acl in target.There.Concat(target.Back))
                {
                    Check(acl.Node, graph.Nodes.Count, "ACL before an appliance");
                    Check(acl.Subnet, graph.Nodes.Count, "ACL's subnet");
                    Check(acl.Filter, graph.Filters.Count, "ACL's filter");
                }
            }
        }
    }
}
