using NetDsl.Addressing;

namespace NetDsl.Testing.RandomNetworks;

/// <content>IPv6 of load balancers, endpoints and services, when it is known which subnets and hosts have it.</content>
public sealed partial class RandomNetwork
{
    // Of these families, so that they leave the rest of the network of a seed as it was.
    readonly Dice familyDice;
    readonly Dice gatewayFamilyDice;

    // The tables of subnets without IPv4.
    Dictionary<SubnetBuilder, DrawnTable> SixTables { get; } = [];

    void DrawFamilies()
    {
        foreach (var vpc in vpcs)
        {
            foreach (var balancer in vpc.Balancers)
            {
                DrawFamily(vpc, balancer);
            }
        }

        foreach (var service in services.Where(each => each.Balancer.IsDualstack && familyDice.Chance(90)))
        {
            service.Service.SupportedIpAddressTypes(IpAddressType.Dualstack);
            supporting.Add(service);
        }

        foreach (var endpoint in endpointsDrawn.Where(each => each.Subnets.TrueForAll(HasIpv6) && familyDice.Chance(80)))
        {
            if (endpoint.Provider is { } provider && !supporting.Contains(provider))
            {
                continue;
            }

            endpoint.Vendors?.SupportedIpAddressTypes(IpAddressType.Dualstack);
            endpoint.Builder.IpAddressType(IpAddressType.Dualstack);
            if (familyDice.Chance(60))
            {
                endpoint.Builder.DnsRecordIpType(familyDice.Pick(Enum.GetValues<DnsRecordIpType>()));
            }
        }

        dual.ForEach(DrawIpv6Endpoints);
    }

    /// <summary>Gateway endpoints with IPv6, where the subnets of their tables agree.</summary>
    void DrawIpv6GatewayEndpoints(DualVpc vpc)
    {
        var storage = vpc.Drawn.Builder.Region.Service("s3");
        if (vpc.Drawn.StorageEndpoint is { } first && vpc.Drawn.Served.TrueForAll(IsDualstack) && gatewayFamilyDice.Chance(85))
        {
            DrawRecords(vpc, first.IpAddressType(IpAddressType.Dualstack), IpAddressType.Dualstack);
        }

        foreach (var type in new[] { IpAddressType.Dualstack, IpAddressType.Ipv6 })
        {
            var fitting = vpc.Drawn.Tables
                .Where(table => !vpc.Drawn.Served.Contains(table) && (type == IpAddressType.Ipv6 ? IsWithoutIpv4(table) : IsDualstack(table)) && gatewayFamilyDice.Chance(75))
                .ToList();
            if (fitting.Count > 0 && gatewayFamilyDice.Chance(60))
            {
                var endpoint = vpc.Drawn.Builder.GatewayEndpoint($"s3-{type}", storage);
                DrawRecords(vpc, endpoint.IpAddressType(type), type);
                foreach (var table in fitting)
                {
                    endpoint.RouteTable(table.Builder);
                    vpc.Drawn.Served.Add(table);
                }

                if (gatewayFamilyDice.Chance(30))
                {
                    endpoint.Policy().Allow("ReadLogs", "s3:Get*");
                }
            }
        }

        bool IsDualstack(DrawnTable table) =>
            vpc.Six.TrueForAll(each => SixTables[each.Builder] != table) && vpc.Drawn.Subnets.TrueForAll(subnet => subnet.Table != table || HasIpv6(subnet.Builder));

        bool IsWithoutIpv4(DrawnTable table) => vpc.Drawn.Subnets.TrueForAll(subnet => subnet.Table != table);
    }

    void DrawRecords(DualVpc vpc, GatewayEndpointBuilder endpoint, IpAddressType type)
    {
        vpc.Drawn.Builder.Region.Service("s3").Ipv6Cidr();
        if (gatewayFamilyDice.Chance(40))
        {
            vpc.Drawn.Builder.DnsSupport().DnsHostnames();
            endpoint.DnsRecordIpType(type == IpAddressType.Ipv6
                ? gatewayFamilyDice.Pick([DnsRecordIpType.Ipv6, DnsRecordIpType.ServiceDefined])
                : gatewayFamilyDice.Pick(Enum.GetValues<DnsRecordIpType>()));
        }
    }

    readonly HashSet<DrawnService> supporting = [];

    static bool HasIpv6(SubnetBuilder subnet) => subnet.Ipv6CidrBlock.Length > 0;

    void DrawFamily(DrawnVpc vpc, DrawnBalancer balancer)
    {
        balancer.IsDualstack = balancer.WantsIpv6 && balancer.Subnets.TrueForAll(HasIpv6);
        if (!balancer.IsDualstack)
        {
            balancer.Postponed.ForEach(each => each.RegisterIpv4());
            return;
        }

        balancer.Builder.IpAddressType(IpAddressType.Dualstack).EnablePrefixForIpv6SourceNat();
        if (familyDice.Chance(40))
        {
            balancer.Builder.DenyAllIgwTraffic(familyDice.Chance(50));
        }

        foreach (var targets in balancer.Postponed)
        {
            if (targets.IsUdp || familyDice.Chance(55))
            {
                RegisterIpv6(vpc, targets);
            }
            else
            {
                targets.RegisterIpv4();
            }
        }
    }

    void RegisterIpv6(DrawnVpc vpc, PostponedTargets targets)
    {
        var group = targets.Group.IpAddressType(IpAddressType.Ipv6);
        var six = dual.Find(each => each.Drawn == vpc)!;
        foreach (var (instance, isHealthy) in targets.Instances.Where(each => speakIpv6.Contains(each.Instance)))
        {
            group.Target(instance, healthy: isHealthy);
        }

        if (targets.Kind == TargetKind.Instance)
        {
            six.SixHosts.Where(_ => familyDice.Chance(50)).ToList().ForEach(host => group.Target(host, healthy: familyDice.Chance(80)));
            return;
        }

        // The first address of a subnet without IPv4 is a host's; those of others may be a node's, which no group that preserves addresses takes.
        foreach (var (subnet, _) in six.Six)
        {
            group.Target(IpPrefix.Parse(subnet.Ipv6CidrBlock).First.Plus(4).ToString(), healthy: familyDice.Chance(80));
        }

        foreach (var (subnet, offset, isHealthy) in targets.Places.Where(each => !targets.Preserves && HasIpv6(each.Subnet.Builder)))
        {
            group.Target(IpPrefix.Parse(subnet.Builder.Ipv6CidrBlock).First.Plus((ulong)offset).ToString(), healthy: isHealthy);
        }
    }

    /// <summary>Endpoints without IPv4, in subnets without it.</summary>
    void DrawIpv6Endpoints(DualVpc vpc)
    {
        var builder = vpc.Drawn.Builder;
        if (vpc.Six.Count > 0 && familyDice.Chance(35))
        {
            // One endpoint of a VPC has the public name of a service.
            var queue = builder.Region.Service("sqs").SupportedIpAddressTypes(IpAddressType.Dualstack);
            Join(vpc, builder.InterfaceEndpoint("sqs-six", queue)
                .PrivateDns(!endpointsDrawn.Exists(each => each.Vpc == vpc.Drawn && each.Vendors is not null))
                .IpAddressType(IpAddressType.Ipv6)
                .Subnet(vpc.Six[0].Builder));
        }

        var offered = supporting
            .Where(each => each.Service.Vpc.Region == builder.Region)
            .SelectMany(each => vpc.Six.Where(six => each.Zones.Contains(CommonZone(builder, six.Zone))), (each, six) => (each.Service, six.Builder))
            .ToList();
        if (offered.Count > 0 && familyDice.Chance(60))
        {
            var (service, subnet) = familyDice.Pick(offered);
            var endpoint = builder.InterfaceEndpoint("private-six", service).IpAddressType(IpAddressType.Ipv6).Subnet(subnet);
            Join(vpc, endpoint);
            service.Accept(endpoint);
        }
    }

    void Join(DualVpc vpc, InterfaceEndpointBuilder endpoint) => familyDice.Some(vpc.Drawn.Groups, 50).ForEach(group => endpoint.SecurityGroup(group));
}
