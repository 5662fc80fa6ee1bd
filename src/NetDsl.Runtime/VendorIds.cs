using System.Security.Cryptography;
using System.Text;
using NetDsl.Compiler.Graph;

namespace NetDsl.Runtime;

/// <summary>
/// The identifiers that the vendor would give: derived from kind and path of an element, so that they are the same in
/// every run and change only with the name.
/// </summary>
public static class VendorIds
{
    private const int Digits = 17;

    /// <summary>The identifier of an interface, that of a NAT gateway included, for example <c>eni-0a1b2c3d4e5f67890</c>.</summary>
    /// <param name="holder">The node of the interface or NAT gateway.</param>
    public static string NetworkInterface(GraphNode holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        return Identifier("eni", holder);
    }

    /// <summary>The identifier of a VPC, for example <c>vpc-0a1b2c3d4e5f67890</c>.</summary>
    /// <param name="vpc">The node of the VPC.</param>
    public static string Vpc(GraphNode vpc)
    {
        ArgumentNullException.ThrowIfNull(vpc);
        return Identifier("vpc", vpc);
    }

    /// <summary>The identifier of a subnet, for example <c>subnet-0a1b2c3d4e5f67890</c>.</summary>
    /// <param name="subnet">The node of the subnet.</param>
    public static string Subnet(GraphNode subnet)
    {
        ArgumentNullException.ThrowIfNull(subnet);
        return Identifier("subnet", subnet);
    }

    /// <summary>The identifier of an instance, for example <c>i-0a1b2c3d4e5f67890</c>.</summary>
    /// <param name="path">The path of the instance.</param>
    public static string Instance(string path) => Identifier("i", new GraphNode("instance", path, Model.Origin.None));

    /// <summary>The identifier of the flow log of a VPC, a transit gateway or an attachment, for example <c>fl-0a1b2c3d4e5f67890</c>.</summary>
    /// <param name="resource">The node of what it monitors.</param>
    public static string FlowLog(GraphNode resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return Identifier("fl", resource);
    }

    /// <summary>The identifier of a transit gateway, for example <c>tgw-0a1b2c3d4e5f67890</c>.</summary>
    /// <param name="gateway">The node of the transit gateway.</param>
    public static string TransitGateway(GraphNode gateway)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        return Identifier("tgw", gateway);
    }

    /// <summary>The identifier of an attachment of a transit gateway, for example <c>tgw-attach-0a1b2c3d4e5f67890</c>.</summary>
    /// <param name="attachment">The node of the attachment.</param>
    public static string TransitGatewayAttachment(GraphNode attachment)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        return Identifier("tgw-attach", attachment);
    }

    /// <summary>The identifier of the interface that a transit gateway has in a subnet, for example <c>eni-0a1b2c3d4e5f67890</c>.</summary>
    /// <param name="attachment">The node of the attachment.</param>
    /// <param name="subnet">The node of the subnet.</param>
    public static string TransitGatewayInterface(GraphNode attachment, GraphNode subnet)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        ArgumentNullException.ThrowIfNull(subnet);
        return Identifier("eni", attachment with { Path = $"{attachment.Path}:{subnet.Path}" });
    }

    /// <summary>The identifier of a VPC endpoint, for example <c>vpce-0a1b2c3d4e5f67890</c>.</summary>
    /// <param name="endpoint">The node of the endpoint.</param>
    public static string VpcEndpoint(GraphNode endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return Identifier("vpce", endpoint);
    }

    /// <summary>The identifier of an endpoint service, for example <c>vpce-svc-0a1b2c3d4e5f67890</c>.</summary>
    /// <param name="service">The node of the endpoint service.</param>
    public static string EndpointService(GraphNode service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return Identifier("vpce-svc", service);
    }

    /// <summary>The first label of a load balancer's name, for example <c>web-0a1b2c3d4e5f67890</c>.</summary>
    /// <param name="balancer">The node of the load balancer.</param>
    public static string LoadBalancer(GraphNode balancer)
    {
        ArgumentNullException.ThrowIfNull(balancer);
        return Identifier(balancer.Name.ToLowerInvariant(), balancer);
    }

    private static string Identifier(string prefix, GraphNode node)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{prefix}:{node.Kind}:{node.Path}"));
        return $"{prefix}-{Convert.ToHexStringLower(hash)[..Digits]}";
    }
}
