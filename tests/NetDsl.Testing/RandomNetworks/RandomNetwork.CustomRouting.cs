using NetDsl.Addressing;

namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    static readonly CustomRoutingProtocols[] RoutedProtocols = [CustomRoutingProtocols.TcpAndUdp, CustomRoutingProtocols.Tcp, CustomRoutingProtocols.Udp];

    /// <summary>A custom routing accelerator over subnets of VPCs that have a gateway, with dice of its own.</summary>
    void DrawCustomRouting(Dice own)
    {
        var subnets = vpcs.Where(vpc => vpc.Gateway is not null)
            .SelectMany(vpc => vpc.Subnets)
            .Where(subnet => subnet.Prefix.Length is >= 22 and <= 28)
            .Select(subnet => (subnet.Builder, subnet.Prefix, Instances: vpcs.SelectMany(vpc => vpc.Instances).Where(instance => instance.Subnet == subnet.Builder).ToList()))
            .Where(subnet => subnet.Instances.Count > 0 || own.Chance(20))
            .ToList();
        if (subnets.Count == 0 || !own.Chance(40))
        {
            return;
        }

        var accelerator = network.CustomRoutingAccelerator("ga-routing");
        if (own.Chance(8))
        {
            accelerator.Disable();
        }

        var listener = accelerator.Listener(2000, 2000 + 15);
        foreach (var region in vpcs.Select(vpc => vpc.Builder.Region).Distinct().ToList())
        {
            var first = own.Pick(Ports);
            var group = listener.EndpointGroup(region, first, first + own.Between(0, 2), own.Pick(RoutedProtocols));
            if (own.Chance(40))
            {
                group.DestinationPorts(40, 40 + own.Between(0, 1), own.Pick(RoutedProtocols));
            }

            foreach (var (subnet, prefix, instances) in own.Some(subnets.Where(each => each.Builder.Vpc.Region == region).ToList(), 80).Take(3))
            {
                var routed = group.Subnet(subnet, attached: true);
                if (own.Chance(25))
                {
                    routed.AllowAllTraffic();
                }

                foreach (var instance in own.Some(instances, 70))
                {
                    if (own.Chance(60))
                    {
                        routed.AllowTraffic(instance);
                    }
                    else
                    {
                        routed.AllowTraffic(instance, first, first);
                    }
                }

                // An address that perhaps nobody has.
                if (own.Chance(40))
                {
                    routed.AllowTraffic(new Ipv4Address(prefix.First.Value + (uint)own.Between(4, 10)).ToString());
                }
            }
        }

        // Who is behind an accelerator needs groups that let clients in.
        foreach (var group in vpcs.Where(vpc => vpc.Gateway is not null).SelectMany(vpc => vpc.Groups.Skip(1)).Where(_ => own.Chance(40)).ToList())
        {
            group.Ingress(NetDsl.Traffic.TcpRange(20, 6000), NetDsl.Traffic.AnyIpv4).Ingress(NetDsl.Traffic.UdpRange(20, 6000), NetDsl.Traffic.AnyIpv4);
        }

        // As many ports as it needs come last: five for each of up to 1019 addresses of six subnets.
        listener.Ports(10_000, 60_000);
    }
}
