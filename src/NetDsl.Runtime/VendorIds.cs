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

    /// <summary>The identifier of the flow log of a VPC, for example <c>fl-0a1b2c3d4e5f67890</c>.</summary>
    /// <param name="vpc">The node of the VPC.</param>
    public static string FlowLog(GraphNode vpc)
    {
        ArgumentNullException.ThrowIfNull(vpc);
        return Identifier("fl", vpc);
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
