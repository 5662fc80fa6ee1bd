namespace NetDsl.Testing.RandomNetworks;

public sealed partial class RandomNetwork
{
    readonly List<DrawnService> services = [];
    readonly List<DrawnEndpoint> endpointsDrawn = [];

    void DrawEndpointServices(DrawnVpc vpc)
    {
        foreach (var balancer in vpc.Balancers.Where(_ => dice.Chance(60)))
        {
            var service = vpc.Builder.EndpointService($"svc-{balancer.Builder.Name}", balancer.Builder, acceptanceRequired: dice.Chance(50));
            accounts.ForEach(account => service.Permit(account));
            services.Add(new DrawnService(service, [.. balancer.Zones.Select(zone => CommonZone(vpc.Builder, zone))], balancer));
        }
    }

    void DrawEndpoints(DrawnVpc vpc)
    {
        var storage = vpc.Builder.Region.Service("s3");
        if (dice.Chance(35))
        {
            var gateway = vpc.Builder.GatewayEndpoint("s3", storage);
            foreach (var table in vpc.Tables.Where(_ => Needed(60)))
            {
                gateway.RouteTable(table.Builder);
                vpc.Served.Add(table);
            }

            vpc.StorageEndpoint = gateway;

            if (policyDice.Chance(60))
            {
                DrawPolicy(gateway.Policy());
            }

            if (policyDice.Chance(40))
            {
                var policy = storage.ResourcePolicy(policyDice.Pick(ResourcePatterns), policyDice.Chance(70) ? gateway : vpc.Builder);
                if (policyDice.Chance(30))
                {
                    policy.OnlyFrom(policyDice.Pick(vpcs).Builder);
                }
            }
        }

        if (dice.Chance(25))
        {
            var queue = vpc.Builder.InterfaceEndpoint("sqs", vpc.Builder.Region.Service("sqs"));
            Place(vpc, queue, vpc.Builder.Region.Service("sqs"), null, last: 12);
            if (policyDice.Chance(60))
            {
                DrawPolicy(queue.Policy());
            }
        }

        var offered = services
            .Where(each => each.Service.Vpc.Region == vpc.Builder.Region && vpc.Subnets.Exists(subnet => each.Zones.Contains(CommonZone(vpc.Builder, subnet.Zone))))
            .ToList();
        if (offered.Count > 0 && dice.Chance(55))
        {
            var provider = dice.Pick(offered);
            var service = provider.Service;
            var endpoint = vpc.Builder.InterfaceEndpoint("private", service);
            Place(vpc, endpoint, null, provider, last: 11);
            if (Needed(50))
            {
                service.Accept(endpoint);
            }
            else if (dice.Chance(30))
            {
                service.Reject(endpoint);
            }
        }
    }

    void Place(DrawnVpc vpc, InterfaceEndpointBuilder endpoint, ServiceBuilder? vendors, DrawnService? provider, int last)
    {
        var subnets = vpc.Subnets
            .Where(subnet => provider is null || provider.Zones.Contains(CommonZone(vpc.Builder, subnet.Zone)))
            .GroupBy(subnet => subnet.Zone)
            .Select(zone => dice.Pick(zone.ToList()))
            .ToList();
        var first = dice.Pick(subnets);
        var drawn = new DrawnEndpoint(vpc, endpoint, vendors, provider);
        endpointsDrawn.Add(drawn);
        foreach (var subnet in subnets.Where(subnet => subnet == first || Needed(50)))
        {
            drawn.Subnets.Add(subnet.Builder);
            endpoint.Subnet(subnet.Builder, new Addressing.Ipv4Address(subnet.Prefix.First.Value + (uint)last).ToString());
        }

        foreach (var group in dice.Some(vpc.Groups, 50))
        {
            endpoint.SecurityGroup(group);
        }
    }

    sealed record DrawnService(EndpointServiceBuilder Service, HashSet<string> Zones, DrawnBalancer Balancer);

    /// <summary>An interface endpoint, and the service that it leads to: the vendor's or somebody's own.</summary>
    sealed record DrawnEndpoint(DrawnVpc Vpc, InterfaceEndpointBuilder Builder, ServiceBuilder? Vendors, DrawnService? Provider)
    {
        public List<SubnetBuilder> Subnets { get; } = [];
    }
}
