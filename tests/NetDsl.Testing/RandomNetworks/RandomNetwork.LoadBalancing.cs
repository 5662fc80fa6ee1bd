using NetDsl.Addressing;

namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    void DrawLoadBalancers(DrawnVpc vpc)
    {
        for (var index = 0; index < (dice.Chance(45) ? dice.Between(1, 2) : 0); index++)
        {
            var balancer = vpc.Builder.NetworkLoadBalancer($"lb{index}");
            if (dice.Chance(60))
            {
                balancer.Internal();
            }

            var zones = vpc.Subnets.GroupBy(subnet => subnet.Zone).Select(zone => dice.Pick(zone.ToList())).ToList();
            var first = dice.Pick(zones);
            balancer.Subnet(first.Builder, privateIp: Node(first));
            var served = new HashSet<string> { first.Zone };
            vpc.Balancers.Add((balancer, served));
            foreach (var subnet in zones.Where(subnet => subnet != first && Needed(60)))
            {
                balancer.Subnet(subnet.Builder, privateIp: Node(subnet));
                served.Add(subnet.Zone);
            }

            if (dice.Chance(35))
            {
                balancer.CrossZone();
            }

            foreach (var group in dice.Some(vpc.Groups, 40))
            {
                balancer.SecurityGroup(group);
            }

            foreach (var port in dice.Some(Ports, 60))
            {
                DrawListener(vpc, balancer, port);
            }

            // Away from the addresses that targets may have: a node cannot be a target.
            string Node(DrawnSubnet subnet) => new Ipv4Address(subnet.Prefix.First.Value + 14 - (uint)index).ToString();
        }
    }

    void DrawListener(DrawnVpc vpc, LoadBalancerBuilder balancer, int port)
    {
        var protocol = dice.Pick([ListenerProtocol.Tcp, ListenerProtocol.Tcp, ListenerProtocol.Udp, ListenerProtocol.Tls, ListenerProtocol.TcpUdp]);
        var kind = dice.Chance(60) ? TargetKind.Instance : TargetKind.Ip;
        var spoken = protocol == ListenerProtocol.Tls && dice.Chance(50) ? ListenerProtocol.Tcp : protocol;
        var group = vpc.Builder.TargetGroup($"{balancer.Name}-{port}", spoken, dice.Chance(70) ? port : dice.Pick(Ports), kind);
        if (protocol is ListenerProtocol.Tcp or ListenerProtocol.Tls && dice.Chance(50))
        {
            group.PreserveClientAddress(dice.Chance(50));
        }

        if (spoken != ListenerProtocol.Tls && dice.Chance(25))
        {
            group.StickToSource();
        }

        if (dice.Chance(20))
        {
            group.CrossZone(dice.Chance(50));
        }

        // Most targets are of the VPC; some of a VPC that it is peered with, or not.
        var near = vpc.Instances;
        var far = vpcs.Where(other => other.Builder.Region == vpc.Builder.Region)
            .SelectMany(other => other.Instances)
            .Except(near)
            .ToList();
        if (kind == TargetKind.Instance)
        {
            foreach (var instance in dice.Some(near, 60).Concat(dice.Some(far, 8)))
            {
                group.Target(instance, healthy: dice.Chance(80));
            }
        }
        else
        {
            // Wherever a host may be, and not be: the first that is given out is the fifth of its subnet.
            foreach (var subnet in dice.Some(vpc.Subnets, 70))
            {
                group.Target(new Ipv4Address(subnet.Prefix.First.Value + (uint)dice.Between(4, 6)).ToString(), healthy: dice.Chance(80));
            }
        }

        balancer.Listener(protocol, port, group);
    }
}
