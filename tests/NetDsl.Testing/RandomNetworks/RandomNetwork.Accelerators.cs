namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    static readonly int[] Dials = [100, 100, 100, 60, 20, 0];

    static readonly int[] Weights = [128, 128, 255, 1, 0];

    readonly List<(RegionBuilder Region, ElasticIpBuilder Address)> elasticIps = [];

    // Groups that let everybody in, as who is behind an accelerator needs.
    readonly Dictionary<VpcBuilder, SecurityGroupBuilder> welcoming = [];

    /// <summary>An elastic address that something holds.</summary>
    ElasticIpBuilder Elastic(RegionBuilder region, string name)
    {
        var address = region.ElasticIp(name);
        elasticIps.Add((region, address));
        return address;
    }

    /// <summary>Clients in places, and accelerators over whatever can be an endpoint.</summary>
    void DrawAccelerators()
    {
        foreach (var vpc in vpcs)
        {
            welcoming.Add(vpc.Builder, vpc.Builder.SecurityGroup("welcome").Ingress(NetDsl.Traffic.AllTraffic, NetDsl.Traffic.AnyIpv4));
        }

        var regions = vpcs.Select(vpc => vpc.Builder.Region).Distinct().ToList();
        foreach (var index in Enumerable.Range(0, dice.Between(1, 2)))
        {
            network.InternetClient($"n{index}", dice.Pick(regions));
        }

        for (var index = 0; index < (dice.Chance(15) ? 2 : 1); index++)
        {
            var accelerator = network.Accelerator($"ga{index}");
            if (dice.Chance(8))
            {
                accelerator.Disable();
            }

            foreach (var port in dice.Some(Ports, 80))
            {
                var traffic = dice.Chance(70) ? NetDsl.Traffic.Tcp(port) : NetDsl.Traffic.Udp(port);
                var listener = accelerator.Listener(traffic, dice.Chance(70) ? ClientAffinity.None : ClientAffinity.SourceIp);
                foreach (var region in dice.Some(regions, 85))
                {
                    DrawEndpointGroup(listener, region, port);
                }
            }
        }
    }

    /// <summary>An accelerator of both families over what has them, with dice of its own.</summary>
    void DrawDualstackAccelerator(int seed)
    {
        var own = new Dice(unchecked(seed * 7561) ^ 0x6A5D);
        var reachable = vpcs.Where(vpc => vpc.Gateway is not null).ToList();
        var instances = reachable.SelectMany(vpc => vpc.Instances).Where(speakIpv6.Contains).ToList();
        var balancers = reachable.SelectMany(vpc => vpc.Balancers).Where(each => each is { IsDualstack: true, HasGroups: true, HasTls: false }).Select(each => each.Builder).ToList();
        if (instances.Count + balancers.Count == 0 || !own.Chance(55))
        {
            return;
        }

        var accelerator = network.Accelerator("ga-dual").IpAddressType(IpAddressType.Dualstack);
        foreach (var port in own.Some(Ports, 70))
        {
            var listener = accelerator.Listener(own.Chance(70) ? NetDsl.Traffic.Tcp(port) : NetDsl.Traffic.Udp(port), own.Chance(70) ? ClientAffinity.None : ClientAffinity.SourceIp);
            foreach (var region in vpcs.Select(vpc => vpc.Builder.Region).Distinct().Where(_ => own.Chance(90)).ToList())
            {
                var group = listener.EndpointGroup(region, own.Pick(Dials));
                foreach (var instance in own.Some(instances.Where(each => each.Subnet.Vpc.Region == region).ToList(), 60).Take(4))
                {
                    group.Endpoint(instance, own.Pick(Weights), healthy: own.Chance(80), attached: true);
                }

                foreach (var balancer in own.Some(balancers.Where(each => each.Vpc.Region == region).ToList(), 80).Take(2))
                {
                    group.Endpoint(balancer, own.Pick(Weights), attached: true);
                }

                if (own.Chance(15))
                {
                    group.PortOverride(port, 9000 + port % 1000);
                }
            }
        }

        // Who is behind an accelerator needs groups that let everybody in.
        foreach (var group in reachable.SelectMany(vpc => vpc.Groups.Skip(1)).Where(_ => own.Chance(50)))
        {
            group.Ingress(NetDsl.Traffic.AllTraffic, NetDsl.Traffic.AnyIpv6);
        }
    }

    void DrawEndpointGroup(AcceleratorListenerBuilder listener, RegionBuilder region, int port)
    {
        var group = listener.EndpointGroup(region, dice.Pick(Dials));

        // A group has at most ten. Without a gateway nothing is reached inside a VPC.
        var reachable = vpcs.Where(vpc => vpc.Builder.Region == region && vpc.Gateway is not null).ToList();
        foreach (var instance in dice.Some(reachable.SelectMany(vpc => vpc.Instances).ToList(), 50).Take(4))
        {
            group.Endpoint(instance, dice.Pick(Weights), healthy: dice.Chance(80), attached: true);
            if (Needed(20) && welcoming.TryGetValue(instance.Subnet.Vpc, out var welcome))
            {
                instance.SecurityGroup(welcome);
            }
        }

        foreach (var balancer in dice.Some(reachable.SelectMany(vpc => vpc.Balancers).ToList(), 70).Take(2).Select(drawn => drawn.Builder))
        {
            group.Endpoint(balancer, dice.Pick(Weights), attached: true);
        }

        if (dice.Chance(12))
        {
            group.Endpoint(region.ElasticIp($"{listener.Accelerator.Name}-{port}"), dice.Pick(Weights), healthy: dice.Chance(80));
        }

        foreach (var held in dice.Some(elasticIps.Where(each => each.Region == region).Select(each => each.Address).ToList(), 25).Take(3))
        {
            group.Endpoint(held, dice.Pick(Weights), healthy: dice.Chance(80));
        }

        if (dice.Chance(15))
        {
            group.PortOverride(port, 9000 + port % 1000);
        }
    }
}
