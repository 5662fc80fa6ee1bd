using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NetDsl.Model;

namespace NetDsl.Interop;

/// <summary>Writes the one JSON form of a topology: members in a fixed order, absent ones left out, two spaces, line feeds.</summary>
internal sealed partial class TopologyJsonWriter
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Utf8JsonWriter json;

    private readonly string sourceFolder;

    private TopologyJsonWriter(Utf8JsonWriter json, string sourceFolder)
    {
        this.json = json;
        this.sourceFolder = sourceFolder;
    }

    public static string Write(Topology topology, string sourceFolder)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Layout))
        {
            new TopologyJsonWriter(json, sourceFolder).WriteTopology(topology);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private void WriteTopology(Topology topology)
    {
        json.WriteStartObject();
        json.WriteString("format", TopologyJson.Format);
        json.WriteString("name", topology.Name);
        WriteProfile(topology.Profile);
        Elements("accounts", topology.Accounts, WriteAccount);
        Elements("regions", topology.Regions, WriteRegion);
        Elements("vpcs", topology.Vpcs, WriteVpc);
        Elements("subnets", topology.Subnets, WriteSubnet);
        Elements("routeTables", topology.RouteTables, WriteRouteTable);
        Elements("internetGateways", topology.InternetGateways, WriteInternetGateway);
        Elements("natGateways", topology.NatGateways, WriteNatGateway);
        OptionalElements("egressOnlyInternetGateways", topology.EgressOnlyInternetGateways, WriteEgressOnlyInternetGateway);
        Elements("elasticAddresses", topology.ElasticAddresses, WriteElasticAddress);
        Elements("securityGroups", topology.SecurityGroups, WriteSecurityGroup);
        Elements("networkAcls", topology.NetworkAcls, WriteNetworkAcl);
        Elements("instances", topology.Instances, WriteInstance);
        Elements("networkInterfaces", topology.NetworkInterfaces, WriteNetworkInterface);
        OptionalElements("regionalNatGateways", topology.RegionalNatGateways, WriteRegionalNatGateway);
        OptionalElements("routeServers", topology.RouteServers, WriteRouteServer);
        OptionalElements("prefixLists", topology.PrefixLists, WritePrefixList);
        Elements("peerings", topology.Peerings, WritePeering);
        Elements("transitGateways", topology.TransitGateways, WriteTransitGateway);
        OptionalElements("clientVpnEndpoints", topology.ClientVpnEndpoints, WriteClientVpnEndpoint);
        OptionalObjects("allocations", topology.Allocations, WriteAllocation);
        WriteHybrid(topology.Hybrid);
        WriteNames(topology.Names);
        Objects("problems", topology.Problems, WriteProblem);
        OptionalElements("publicServices", topology.PublicServices, WritePublicService);
        OptionalElements("vpcEndpoints", topology.VpcEndpoints, WriteVpcEndpoint);
        OptionalElements("endpointServices", topology.EndpointServices, WriteEndpointService);
        OptionalElements("loadBalancers", topology.LoadBalancers, WriteLoadBalancer);
        OptionalElements("targetGroups", topology.TargetGroups, WriteTargetGroup);
        OptionalElements("gatewayLoadBalancers", topology.GatewayLoadBalancers, WriteGatewayLoadBalancer);
        OptionalElements("autoScalingGroups", topology.AutoScalingGroups, WriteAutoScalingGroup);
        OptionalElements("internetClients", topology.InternetClients, WriteInternetClient);
        OptionalElements("accelerators", topology.Accelerators, WriteAccelerator);
        OptionalObjects("intents", topology.Intents, WriteIntent);
        json.WriteEndObject();
    }

    private void WriteProblem(Problem problem)
    {
        Place(problem.Origin);
        json.WriteString("kind", EnumText.Write(problem.Kind));
        json.WriteString("text", problem.Text);
        if (problem.Other is { } other)
        {
            json.WriteString("other", PlaceText(other));
        }

        Text("replacement", problem.Replacement);
    }

    private void Elements<T>(string name, EquatableArray<T> elements, Action<T> writeRest)
        where T : Element => Objects(name, elements, element =>
        {
            json.WriteString("id", element.Id.Path);
            Place(element.Origin);
            writeRest(element);
        });

    /// <summary>A flag that is left out when it is not set.</summary>
    private void OptionalFlag(string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, true);
        }
    }

    /// <summary>A list that is left out when it is empty, which most networks' are.</summary>
    private void OptionalElements<T>(string name, EquatableArray<T> elements, Action<T> writeRest)
        where T : Element
    {
        if (elements.Count > 0)
        {
            Elements(name, elements, writeRest);
        }
    }

    /// <summary>A list that is left out when it is empty, which most networks' are.</summary>
    private void OptionalObjects<T>(string name, EquatableArray<T> items, Action<T> writeMembers)
    {
        if (items.Count > 0)
        {
            Objects(name, items, writeMembers);
        }
    }

    private void Objects<T>(string name, EquatableArray<T> items, Action<T> writeMembers)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            writeMembers(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Sourced<T>(string name, Sourced<T> sourced)
    {
        json.WriteStartObject(name);
        WriteSourced(sourced);
        json.WriteEndObject();
    }

    private void WriteSourced<T>(Sourced<T> sourced)
    {
        json.WriteString("value", sourced.ToString());
        Place(sourced.Origin);
    }

    private void Place(Origin origin)
    {
        if (!origin.Equals(Origin.None))
        {
            json.WriteString("origin", PlaceText(origin));
        }
    }

    private string PlaceText(Origin origin) => OriginText.Write(origin.RelativeTo(sourceFolder));

    private void Texts<T>(string name, EquatableArray<T> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStringValue(item?.ToString());
        }

        json.WriteEndArray();
    }

    private void References(string name, EquatableArray<ElementId> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids)
        {
            json.WriteStringValue(id.Path);
        }

        json.WriteEndArray();
    }

    private void Reference(string name, ElementId? id) => Text(name, id?.Path);

    private void Text<T>(string name, T value)
    {
        if (value?.ToString() is { } text)
        {
            json.WriteString(name, text);
        }
    }
}
