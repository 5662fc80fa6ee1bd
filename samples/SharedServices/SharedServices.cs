using NetDsl;
using static NetDsl.Traffic;

/// <summary>
/// One VPC with shared services, peered with its clients across accounts and regions. Two clients have the same addresses:
/// each is served from a subnet of its own, whose route table knows that one client only.
/// </summary>
[Topology]
public static partial class SharedServices
{
    static void Define(NetworkBuilder network)
    {
        var platform = network.Account("platform", "111122223333");
        var product = network.Account("product", "444455556666");
        var virginia = network.Region("us-east-1");
        var ireland = network.Region("eu-west-1");

        var services = virginia.Vpc("services", "10.100.0.0/16", platform);
        var orders = virginia.Client("orders", block: 1, product);
        var staging = virginia.Client("staging", block: 1, product);
        var billing = ireland.Client("billing", block: 2, product);

        // In one region a rule can name the clients' group, also that of another account.
        Serve(orders, zone: "a", index: 0, rules: registry => registry.Ingress(Tcp(443), from: orders.Apps));
        Serve(staging, zone: "b", index: 1, rules: registry => registry.Ingress(Tcp(443), from: staging.Apps));

        // Across regions a group cannot be referenced: the rule names the client's block.
        Serve(billing, zone: "c", index: 2, rules: registry => registry.Ingress(Tcp(443), from: billing.Vpc.Cidr));

        void Serve((VpcBuilder Vpc, SecurityGroupBuilder Apps) client, string zone, int index, Action<SecurityGroupBuilder> rules)
        {
            var name = client.Vpc.Name;
            var link = network.Peer($"{name}-services", requester: client.Vpc, accepter: services).AcceptedBy(platform);
            client.Vpc.MainRouteTable.Route(services.Cidr, link);

            var subnet = services.Subnet($"for-{name}", $"10.100.{index}.0/24", zone);
            subnet.RouteTable($"for-{name}").Route(client.Vpc.Cidr, link);
            subnet.Associate(OnlyFor(services, client.Vpc));
            subnet.Instance($"registry-{name}", services.SecurityGroup($"registry-{name}", rules));
        }
    }

    static (VpcBuilder Vpc, SecurityGroupBuilder Apps) Client(this RegionBuilder region, string name, int block, AccountBuilder owner)
    {
        var vpc = region.Vpc(name, $"10.{block}.0.0/16", owner);
        var apps = vpc.SecurityGroup("apps");
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            vpc.Subnet($"apps-{zone}", $"10.{block}.{index}.0/24", zone).Instance($"{name}-{zone}", apps);
        }

        return (vpc, apps);
    }

    /// <summary>A second fence: whatever a security group may come to allow, a subnet talks with its own client only.</summary>
    static NetworkAclBuilder OnlyFor(VpcBuilder services, VpcBuilder client) => services
        .NetworkAcl($"only-{client.Name}")
        .AllowInbound(100, Tcp(443), from: client.Cidr)
        .AllowOutbound(100, TcpRange(first: 1024, last: 65535), to: client.Cidr);
}
