using NetDsl;
using static NetDsl.Traffic;

namespace Faults;

/// <summary>A loop over zones makes firewalls, without appliance mode.</summary>
[Topology]
public static partial class FirewallsOfALoopWithoutApplianceMode
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var hub = network.Region("us-east-1").TransitGateway("hub");
        var inspection = hub.Attach("inspection", vpc.Subnet("first", "10.0.9.0/24", "c")); // ND2054 at `"inspection"`: Attachment 'inspection' of transit gateway 'hub' leads to instance 'fire-a' and instance 'fire-b', each in its zone, which keep the state of connections: without appliance mode a reply comes by the zone of its sender, where nobody knows of the request; call ApplianceMode() on the attachment.
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            var fire = vpc.Subnet($"fire-{zone}", $"10.0.{10 + index}.0/24", zone).Instance($"fire-{zone}").ForwardsTraffic(stateful: true).SourceDestinationCheck(false);
            var attached = vpc.Subnet($"attached-{zone}", $"10.0.{index}.0/24", zone);
            attached.RouteTable($"attached-{zone}").Route("0.0.0.0/0", fire);
            inspection.Subnet(attached);
        }
    }
}

/// <summary>What the code fix makes of it.</summary>
[Topology]
public static partial class FirewallsOfALoopWithoutApplianceModeRepaired
{
    static void Define(NetworkBuilder network)
    {
        var vpc = network.Region("us-east-1").Vpc("shop", "10.0.0.0/16");
        var hub = network.Region("us-east-1").TransitGateway("hub");
        var inspection = hub.Attach("inspection", vpc.Subnet("first", "10.0.9.0/24", "c")).ApplianceMode();
        foreach (var (index, zone) in new[] { "a", "b" }.Index())
        {
            var fire = vpc.Subnet($"fire-{zone}", $"10.0.{10 + index}.0/24", zone).Instance($"fire-{zone}").ForwardsTraffic(stateful: true).SourceDestinationCheck(false);
            var attached = vpc.Subnet($"attached-{zone}", $"10.0.{index}.0/24", zone);
            attached.RouteTable($"attached-{zone}").Route("0.0.0.0/0", fire);
            inspection.Subnet(attached);
        }
    }
}
