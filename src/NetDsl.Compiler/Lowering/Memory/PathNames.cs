using NetDsl.Compiler.Graph;
using NetDsl.Model;

namespace NetDsl.Compiler.Lowering.Memory;

/// <summary>Gives numbers to what a walk names, and notes it; see <see cref="Names"/>.</summary>
internal sealed class PathNames(NumberTables tables, WalkRecorder? recorder)
{
    public int Internet
    {
        get
        {
            recorder?.Name(Names.Internet);
            return tables.Nodes.Internet;
        }
    }

    public int Of(Element element)
    {
        recorder?.Name(element.Id);
        return tables.Nodes.Of(element);
    }

    public Origin Relative(Origin origin) => tables.Nodes.Relative(origin);

    /// <summary>What a path asks where it crosses the border of a subnet.</summary>
    public NetworkAclStep Acl(Subnet subnet, bool inbound)
    {
        recorder?.Name(new AclName(subnet.Id, inbound));
        return tables.Filters.AclStep(subnet, inbound);
    }

    /// <summary>What a path tells of a route.</summary>
    public RouteStep Route(Element table, MergedRoute route)
    {
        recorder?.Name(table.Id);
        if (route.Target is { Kind: not ElementKind.RouteTable } target)
        {
            recorder?.Name(target);
        }

        return tables.Tables.Step(tables.Nodes, table, route);
    }

    /// <summary>What is behind a Gateway Load Balancer endpoint.</summary>
    public int Inspection(VpcEndpoint endpoint, ApplianceSelection selection)
    {
        recorder?.Name(new InspectionName(endpoint.Id));
        return tables.Inspections.IndexOf(endpoint, selection);
    }

    /// <summary>The entry of an element that has an address.</summary>
    public int Holder(Element element) => tables.Holders.Of(element);

    public int Holder(HolderKey key) => tables.Holders.Find(key)!.Value;

    public int Holder(RegionalNatGateway gateway, RegionalNatZone zone) => tables.Holders.Of(gateway, zone);

    /// <summary>The source class of an endpoint or a translator.</summary>
    public int Source(Element element) => tables.Holders.Sources.IndexOf(element.Id);

    public int Nat64Source(NatGateway gateway) => tables.Holders.Sources.OfNat64(gateway);

    /// <summary>The place of the rest of a path that forks; what forks is not remembered.</summary>
    public int Fork(PathProgram program)
    {
        recorder?.Forget();
        return tables.Programs.IndexOf(program);
    }

    /// <summary>A junction for a source that has met some elements, if it is for such; asked within a scope.</summary>
    public int? Junction(JunctionTable junctions, JunctionKey key, IEnumerable<ElementId> met, Addressing.IpAddress address, DestinationScope scope)
    {
        var junction = junctions.At(key);
        IReadOnlyList<ElementId> list = [.. met];
        var answer = junction.Tails.AreFor(list, address);
        recorder?.Name(new JunctionName(key, list, address, answer, junction.Tails));
        scope.Narrow(answer.First, answer.Last);
        return answer.IsFor ? junction.Number : null;
    }
}

/// <summary>The tables in which things of a graph have their numbers.</summary>
internal sealed record NumberTables(
    NodeTable Nodes, FilterCompilation Filters, HolderList Holders, RouteTables Tables, InspectionCompilation Inspections, InternedTable<PathProgram> Programs);
