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
            var drawn = new DrawnBalancer(balancer, served, familyDice.Chance(65)) { Subnets = { first.Builder } };
            vpc.Balancers.Add(drawn);
            foreach (var subnet in zones.Where(subnet => subnet != first && Needed(60)))
            {
                balancer.Subnet(subnet.Builder, privateIp: Node(subnet));
                served.Add(subnet.Zone);
                drawn.Subnets.Add(subnet.Builder);
            }

            if (dice.Chance(35))
            {
                balancer.CrossZone();
            }

            foreach (var group in dice.Some(vpc.Groups, 40))
            {
                balancer.SecurityGroup(group);
                drawn.HasGroups = true;
            }

            foreach (var port in dice.Some(Ports, 60))
            {
                DrawListener(vpc, drawn, port);
            }

            // Away from the addresses that targets may have: a node cannot be a target.
            string Node(DrawnSubnet subnet) => new Ipv4Address(subnet.Prefix.First.Value + 14 - (uint)index).ToString();
        }
    }

    void DrawListener(DrawnVpc vpc, DrawnBalancer drawn, int port)
    {
        var balancer = drawn.Builder;
        var protocol = dice.Pick([ListenerProtocol.Tcp, ListenerProtocol.Tcp, ListenerProtocol.Udp, ListenerProtocol.Tls, ListenerProtocol.TcpUdp]);
        drawn.HasTls |= protocol == ListenerProtocol.Tls;
        var kind = dice.Chance(60) ? TargetKind.Instance : TargetKind.Ip;
        var spoken = protocol == ListenerProtocol.Tls && dice.Chance(50) ? ListenerProtocol.Tcp : protocol;
        var group = vpc.Builder.TargetGroup($"{balancer.Name}-{port}", spoken, dice.Chance(70) ? port : dice.Pick(Ports), kind);
        var preserves = protocol is ListenerProtocol.Udp or ListenerProtocol.TcpUdp;
        if (protocol is ListenerProtocol.Tcp or ListenerProtocol.Tls && dice.Chance(50))
        {
            preserves = dice.Chance(50);
            group.PreserveClientAddress(preserves);
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
        // Wherever a host may be, and not be: the first that is given out is the fifth of its subnet.
        var targets = new PostponedTargets(
            group,
            kind,
            preserves,
            protocol is ListenerProtocol.Udp or ListenerProtocol.TcpUdp,
            kind == TargetKind.Instance ? [.. dice.Some(near, 60).Concat(dice.Some(far, 8)).Select(instance => (instance, dice.Chance(80)))] : [],
            kind == TargetKind.Instance ? [] : [.. dice.Some(vpc.Subnets, 70).Select(subnet => (subnet, dice.Between(4, 6), dice.Chance(80)))]);
        if (drawn.WantsIpv6)
        {
            drawn.Postponed.Add(targets);
        }
        else
        {
            targets.RegisterIpv4();
        }

        balancer.Listener(protocol, port, group);
    }

    /// <summary>The targets of a group, whose family is drawn when it is known who has which.</summary>
    sealed record PostponedTargets(
        TargetGroupBuilder Group,
        TargetKind Kind,
        bool Preserves,
        bool IsUdp,
        List<(InstanceBuilder Instance, bool IsHealthy)> Instances,
        List<(DrawnSubnet Subnet, int Offset, bool IsHealthy)> Places)
    {
        public void RegisterIpv4()
        {
            foreach (var (instance, isHealthy) in Instances)
            {
                Group.Target(instance, healthy: isHealthy);
            }

            foreach (var (subnet, offset, isHealthy) in Places)
            {
                Group.Target(new Ipv4Address(subnet.Prefix.First.Value + (uint)offset).ToString(), healthy: isHealthy);
            }
        }
    }
}
