using System.Runtime.CompilerServices;
using NetDsl.Model;

namespace NetDsl.Compiler.Graph;

/// <summary>Checks the invariants of a graph that came from outside.</summary>
internal static partial class GraphConsistency
{
    /// <summary>The graph, when every index is inside its table and every source class is cut in order.</summary>
    /// <exception cref="FormatException">It is not so.</exception>
    public static ForwardingGraph Checked(ForwardingGraph graph)
    {
        foreach (var vpc in graph.Vpcs)
        {
            Check(vpc.Node, graph.Nodes.Count, "VPC");
        }

        foreach (var subnet in graph.Subnets)
        {
            Check(subnet.Node, graph.Nodes.Count, "subnet");
        }

        foreach (var holder in graph.Holders)
        {
            Check(holder.Node, graph.Nodes.Count, "holder");
            Check(holder.Vpc, graph.Nodes.Count, "holder's VPC");
            Check(holder.Subnet, graph.Nodes.Count, "holder's subnet");
            Check(holder.Source, graph.Sources.Count, "holder's source class");
            Check(holder.Ingress, graph.Filters.Count, "ingress filter", optional: true);
            Check(holder.Egress, graph.Filters.Count, "egress filter", optional: true);
            Check(holder.Forwarded, graph.Sources.Count, "NAT instance's source class", optional: true);
            Check(holder.Primary, graph.Holders.Count, "NAT gateway's primary address", optional: true);
        }

        foreach (var filter in graph.Filters)
        {
            foreach (var rule in filter.Rules)
            {
                Check(rule.Owner, graph.Nodes.Count, "rule's owner");
                Check(rule.Group, graph.Nodes.Count, "rule's group", optional: true);
                CheckAll(rule.Members, graph.Holders.Count, "member");
            }
        }

        for (var program = 0; program < graph.Programs.Count; program++)
        {
            CheckProgram(graph.Programs[program], graph, program);
        }

        foreach (var source in graph.Sources)
        {
            CheckSource(source, graph);
        }

        CheckAdditions(graph);
        return graph;
    }

    private static void CheckProgram(PathProgram program, ForwardingGraph graph, int number)
    {
        foreach (var step in program.Steps)
        {
            Check(step.Node, graph.Nodes.Count, "step", optional: step is SenderGroupsStep);
            switch (step)
            {
                case SenderGroupsStep: break;
                case NetworkAclStep acl:
                    Check(acl.Subnet, graph.Nodes.Count, "ACL's subnet");
                    Check(acl.Filter, graph.Filters.Count, "ACL's filter");
                    break;
                case RouteStep route: Check(route.Target, graph.Nodes.Count, "route's target", optional: true); break;
                case TransitGatewayStep gateway: Check(gateway.Subnet, graph.Nodes.Count, "attachment's subnet", optional: true); break;
                case NatGatewayStep nat: Check(nat.Holder, graph.Holders.Count, "NAT gateway's holder"); break;
                case InternetGatewayInStep gateway: Check(gateway.Holder, graph.Holders.Count, "public address's holder", optional: true); break;
                case InternetGatewayOutStep gateway: Check(gateway.Vpc, graph.Nodes.Count, "gateway's VPC"); break;
                default: CheckRareStep(step, graph); break;
            }
        }

        switch (program.End)
        {
            case DeliverEnd end:
                Check(end.Vpc, graph.Nodes.Count, "receiving VPC");
                CheckSourceVpc(end.SourceVpc, graph, "source VPC");
                break;
            case HostServiceEnd: break;
            case ExitEnd end: Check(end.Node, graph.Nodes.Count, "exit"); break;
            case DropEnd end: Check(end.Node, graph.Nodes.Count, "drop"); break;
            case var end: CheckRareEnd(end, graph, number); break;
        }
    }

    // Apart, as in the reader: a method that is entered loads the types that it asks for.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CheckRareStep(PathStep step, ForwardingGraph graph)
    {
        switch (step)
        {
            case InterfaceEntryStep entry:
                Check(entry.Holder, graph.Holders.Count, "interface's holder");
                CheckSourceVpc(entry.SourceVpc, graph, "interface's source VPC");
                break;
            case HolderEntryStep entry:
                Check(entry.Holder, graph.Holders.Count, "association's holder");
                CheckSourceVpc(entry.SourceVpc, graph, "association's source VPC");
                break;
            case ForwardStep forward:
                Check(forward.Holder, graph.Holders.Count, "forwarder's holder");
                Check(forward.Host, graph.Nodes.Count, "forwarding host");
                break;
            case EgressOnlyGatewayStep gateway: Check(gateway.Vpc, graph.Nodes.Count, "egress-only gateway's VPC"); break;
            case InspectionStep inspection: Check(inspection.Inspection, graph.Inspections.Count, "inspection"); break;
            case HolderGroupsStep groups: Check(groups.Holder, graph.Holders.Count, "translator's holder"); break;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CheckRareEnd(PathEnd end, ForwardingGraph graph, int program)
    {
        switch (end)
        {
            case ServiceEnd service:
                Check(service.Node, graph.Nodes.Count, "service");
                Check(service.ReplySource, graph.Sources.Count, "source of replies");
                break;
            case Nat64End nat:
                Check(nat.Node, graph.Nodes.Count, "NAT gateway");
                Check(nat.Holder, graph.Holders.Count, "NAT gateway's holder");
                Check(nat.Source, graph.Sources.Count, "source class of NAT64");
                break;
            case SpreadEnd spread:
                Check(spread.Node, graph.Nodes.Count, "spreading element");
                CheckSpread(spread, program);
                break;
            case JunctionEnd junction:
                Check(junction.Node, graph.Nodes.Count, "junction's element");
                Check(junction.Junction, graph.Junctions.Count, "junction");
                Check(junction.SourceVpc, graph.Nodes.Count, "junction's source VPC", optional: true);
                break;
        }
    }

    /// <summary>The rest of a path stands before it, so that no path leads to itself.</summary>
    private static void CheckSpread(SpreadEnd spread, int program)
    {
        if (spread.Programs.Count < 2)
        {
            throw new FormatException("The text of a forwarding graph is broken: a path spreads flows over less than two others.");
        }

        foreach (var rest in spread.Programs)
        {
            Check(rest, program, "rest of a path");
        }
    }

    private static void CheckSourceVpc(int vpc, ForwardingGraph graph, string what)
    {
        if (vpc != JunctionEnd.Carried)
        {
            Check(vpc, graph.Nodes.Count, what, optional: true);
        }
    }

    private static void CheckSource(SourceClass source, ForwardingGraph graph)
    {
        Check(source.Node, graph.Nodes.Count, "source");
        if (source.Starts.Count == 0 || source.Starts[0] != 0)
        {
            throw new FormatException("The text of a forwarding graph is broken: a source class does not begin at 0.0.0.0.");
        }

        for (var index = 1; index < source.Starts.Count; index++)
        {
            if (source.Starts[index] <= source.Starts[index - 1])
            {
                throw new FormatException("The text of a forwarding graph is broken: the ranges of a source class do not rise.");
            }
        }

        for (var index = 0; index < source.Ipv6Starts.Count; index++)
        {
            if (index == 0 ? source.Ipv6Starts[0] != default : source.Ipv6Starts[index] <= source.Ipv6Starts[index - 1])
            {
                throw new FormatException("The text of a forwarding graph is broken: the IPv6 ranges of a source class do not rise from ::.");
            }
        }

        CheckAll(source.Programs, graph.Programs.Count, "program");
        CheckAll(source.Ipv6Programs, graph.Programs.Count, "program");
    }

    private static void CheckAll(EquatableArray<int> indices, int count, string what)
    {
        foreach (var index in indices)
        {
            Check(index, count, what);
        }
    }

    private static void Check(int index, int count, string what, bool optional = false)
    {
        if (index >= count || index < (optional ? -1 : 0))
        {
            throw new FormatException(
                $"The text of a forwarding graph is broken: the {what} {index} is outside its table of {count}.");
        }
    }
}
