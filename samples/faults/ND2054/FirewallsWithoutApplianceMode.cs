using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A firewall in each of two zones, without appliance mode.</summary>
[Topology]
public static partial class FirewallsWithoutApplianceMode
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var hub = network.Region("us-east-1").TransitGateway("hub");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "b");
        hub.Attach("inspection", one).Subnet(two); // ND2054 at `"inspection"`: Attachment 'inspection' of transit gateway 'hub' leads to instance 'fire-a' and instance 'fire-b', each in its zone, which keep the state of connections: without appliance mode a reply comes by the zone of its sender, where nobody knows of the request; call ApplianceMode() on the attachment.
        one.RouteTable("one").Route("0.0.0.0/0", vpc.Subnet("fire-a", "10.0.2.0/24", "a").Instance("fire-a").ForwardsTraffic(stateful: true).SourceDestinationCheck(false));
        two.RouteTable("two").Route("0.0.0.0/0", vpc.Subnet("fire-b", "10.0.3.0/24", "b").Instance("fire-b").ForwardsTraffic(stateful: true).SourceDestinationCheck(false));
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class FirewallsWithoutApplianceModeRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var hub = network.Region("us-east-1").TransitGateway("hub");
        var one = vpc.Subnet("one", "10.0.0.0/24", "a");
        var two = vpc.Subnet("two", "10.0.1.0/24", "b");
        hub.Attach("inspection", one).ApplianceMode().Subnet(two);
        one.RouteTable("one").Route("0.0.0.0/0", vpc.Subnet("fire-a", "10.0.2.0/24", "a").Instance("fire-a").ForwardsTraffic(stateful: true).SourceDestinationCheck(false));
        two.RouteTable("two").Route("0.0.0.0/0", vpc.Subnet("fire-b", "10.0.3.0/24", "b").Instance("fire-b").ForwardsTraffic(stateful: true).SourceDestinationCheck(false));
    }
}
