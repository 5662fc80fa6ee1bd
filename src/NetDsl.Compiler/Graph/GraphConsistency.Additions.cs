using System.Runtime.CompilerServices;

namespace NetDsl.Compiler.Graph;

/// <content>
/// What most networks have none of. Each table has a method of its own, which is entered where there are some; see <see cref="ForwardingGraph.Has"/>.
/// </content>
internal static partial class GraphConsistency
{
    private static void CheckAdditions(ForwardingGraph graph)
    {
        if (graph.Junctions.Count > 0)
        {
            CheckJunctions(graph);
        }

        if (graph.Has(GraphTables.Endpoints))
        {
            CheckEndpoints(graph);
        }

        if (graph.Has(GraphTables.Circuits))
        {
            CheckCircuits(graph);
        }

        if (graph.Has(GraphTables.TransitGateways | GraphTables.Attachments))
        {
            CheckTransitGateways(graph);
        }

        if (graph.Has(GraphTables.Policies | GraphTables.ResourcePolicies))
        {
            CheckPolicies(graph);
        }

        if (graph.Has(GraphTables.Services))
        {
            CheckServices(graph);
        }

        if (graph.Has(GraphTables.Resolvers))
        {
            CheckResolvers(graph);
        }

        if (graph.Has(GraphTables.Distributions))
        {
            CheckDistributions(graph);
        }

        if (graph.Has(GraphTables.Accelerations | GraphTables.Edges | GraphTables.Clients))
        {
            CheckAccelerations(graph);
        }

        if (graph.Has(GraphTables.Inspections))
        {
            CheckInspections(graph);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CheckJunctions(ForwardingGraph graph)
    {
        foreach (var junction in graph.Junctions)
        {
            CheckSource(junction, graph);
            CheckJunction(junction, graph);
        }
    }

    /// <summary>From a junction no path leads to another one, so that none leads in circles.</summary>
    private static void CheckJunction(SourceClass junction, ForwardingGraph graph)
    {
        if (junction.Programs.Concat(junction.Ipv6Programs).Any(program => LeadsToJunction(graph, program)))
        {
            throw new FormatException("The text of a forwarding graph is broken: a path leads from one junction to another.");
        }
    }

    private static bool LeadsToJunction(ForwardingGraph graph, int program) => graph.Programs[program].End switch
    {
        JunctionEnd => true,
        SpreadEnd spread => spread.Programs.Any(rest => LeadsToJunction(graph, rest)),
        _ => false,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CheckEndpoints(ForwardingGraph graph)
    {
        foreach (var link in graph.Endpoints)
        {
            Check(link.Holder, graph.Holders.Count, "interface of an endpoint");
            Check(link.Node, graph.Nodes.Count, "endpoint");
            Check(link.Service, graph.Nodes.Count, "service");
            Check(link.Provider, graph.Holders.Count, "provider", optional: true);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CheckCircuits(ForwardingGraph graph)
    {
        foreach (var circuit in graph.Circuits)
        {
            Check(circuit.Node, graph.Nodes.Count, "circuit");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CheckTransitGateways(ForwardingGraph graph)
    {
        foreach (var gateway in graph.TransitGateways)
        {
            Check(gateway.Node, graph.Nodes.Count, "transit gateway");
        }

        foreach (var attachment in graph.Attachments)
        {
            Check(attachment.Node, graph.Nodes.Count, "attachment");
            Check(attachment.Gateway, graph.Nodes.Count, "attachment's gateway");
            Check(attachment.Vpc, graph.Nodes.Count, "attachment's VPC", optional: true);
            Check(attachment.Transport, graph.Nodes.Count, "attachment's transport", optional: true);
            foreach (var subnet in attachment.Subnets)
            {
                Check(subnet.Node, graph.Nodes.Count, "attachment's subnet");
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CheckPolicies(ForwardingGraph graph)
    {
        foreach (var policy in graph.Policies)
        {
            Check(policy.Node, graph.Nodes.Count, "endpoint with a policy");
        }

        foreach (var policy in graph.ResourcePolicies)
        {
            Check(policy.Service, graph.Nodes.Count, "service with a policy");
            foreach (var endpoint in policy.Endpoints)
            {
                Check(endpoint, graph.Nodes.Count, "endpoint of a policy");
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CheckServices(ForwardingGraph graph)
    {
        foreach (var service in graph.Services)
        {
            Check(service.Node, graph.Nodes.Count, "service");
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CheckResolvers(ForwardingGraph graph)
    {
        foreach (var resolver in graph.Resolvers)
        {
            Check(resolver.Vpc, graph.Nodes.Count, "resolver's VPC");
            CheckAll(resolver.Peers, graph.Nodes.Count, "resolver's element");
            CheckAll(resolver.Sites, graph.Nodes.Count, "resolver's element");
            foreach (var domain in resolver.Domains)
            {
                Check(domain.Node, graph.Nodes.Count, "resolver's element");
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CheckDistributions(ForwardingGraph graph)
    {
        foreach (var distribution in graph.Distributions)
        {
            Check(distribution.Holder, graph.Holders.Count, "node of a load balancer");
            Check(distribution.Node, graph.Nodes.Count, "load balancer");
            foreach (var rule in distribution.Rules)
            {
                Check(rule.Group, graph.Nodes.Count, "target group");
                if (rule.Targets.Count == 0 && rule.Refusal is null)
                {
                    throw new FormatException("The text of a forwarding graph is broken: a listener has neither a target nor a reason.");
                }
            }
        }
    }
}
