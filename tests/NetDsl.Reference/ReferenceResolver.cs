using NetDsl.Addressing;
using NetDsl.Model;

namespace NetDsl.Reference;

/// <summary>
/// What a name means to who asks, read off the rules R-7.10 to R-7.25. It knows the names that do not carry identifiers of the vendor's:
/// of services, of instances, of hosted zones and of private DNS.
/// </summary>
public sealed class ReferenceResolver(Topology topology)
{
    /// <summary>The addresses, or why there are none: <c>no such name</c>, <c>no resolver</c>, <c>forwarded to …</c>, <c>unknown</c>.</summary>
    /// <param name="asker">An interface, an instance, a host of a site; nothing for the internet.</param>
    /// <param name="name">A name in small letters.</param>
    public string Resolve(ElementId? asker, string name)
    {
        var host = topology.Hybrid.Hosts.FirstOrDefault(host => host.Id == asker);
        if (host is not null)
        {
            // R-7.25: a site asks by an inbound endpoint, or it knows the internet's names only.
            return topology.Hybrid.Sites.First(site => site.Id == host.Site).Resolver is { } inbound
                ? InVpc(topology.Vpc(topology.Names.InboundEndpoints.First(endpoint => endpoint.Id == inbound).Vpc), name, fromSite: true)
                : Everywhere(name, null);
        }

        var holder = topology.NetworkInterfaces.FirstOrDefault(each => each.Id.Path == asker?.Path);
        if (holder is null)
        {
            return Everywhere(name, null);
        }

        var subnet = topology.Subnet(holder.Subnet);
        var answer = InVpc(topology.Vpc(subnet.Vpc), name, fromSite: false);
        return subnet.Dns64 && holder.PrivateAddress.IsIpv6 ? WithDns64(answer) : answer;
    }

    /// <summary>R-1.21: who has no IPv4 is told addresses of 64:ff9b::/96 in place of IPv4 ones.</summary>
    static string WithDns64(string answer) => answer.Contains(':', StringComparison.Ordinal) ? answer : string.Join(", ", answer.Split(", ").Select(text =>
        Ipv4Address.TryParse(text, out var address) ? new IpAddress(0x64_FF9B_0000_0000, address.Value).ToString() : text));

    string InVpc(Vpc vpc, string name, bool fromSite)
    {
        // R-7.21.
        if (!vpc.DnsSupport)
        {
            return "no resolver";
        }

        // R-7.22, step 1: the longest domain, and of two that are equal the rule.
        var rules = topology.Names.Rules.Where(rule => rule.Vpcs.Contains(vpc.Id) && Lies(name, rule.Domain)).ToList();
        var zones = vpc.DnsHostnames ? Zones(vpc, fromSite).Where(zone => Lies(name, zone.Domain)).ToList() : [];
        var rule = rules.OrderByDescending(rule => rule.Domain.Length).FirstOrDefault();
        var zone = zones.OrderByDescending(zone => zone.Domain.Length).FirstOrDefault();
        if (rule is not null && (zone.Domain is null || rule.Domain.Length >= zone.Domain.Length))
        {
            return $"forwarded to {string.Join(", ", rule.Targets)}";
        }

        // Step 2: the zone has the record, or the name does not exist.
        if (zone.Domain is not null)
        {
            return Record(zone.Records, name) is { } addresses ? string.Join(", ", addresses) : "no such name";
        }

        // Step 3: what the VPC gives its own addresses, then everybody's names.
        foreach (var each in topology.NetworkInterfaces.Where(each => topology.Subnet(each.Subnet).Vpc == vpc.Id))
        {
            if (name == $"ip-{each.PrivateAddress.ToString().Replace('.', '-')}.{(vpc.Region.Path == "us-east-1" ? "ec2.internal" : vpc.Region.Path + ".compute.internal")}")
            {
                return each.PrivateAddress.ToString();
            }
        }

        return Everywhere(name, vpc);
    }

    /// <summary>The private hosted zones of a VPC; private DNS of an endpoint is one too (R-7.10).</summary>
    List<(string Domain, Dictionary<string, IEnumerable<IpAddress>> Records)> Zones(Vpc vpc, bool fromSite)
    {
        var zones = topology.Names.Zones
            .Where(zone => zone.Vpcs.Contains(vpc.Id))
            .Select(zone => (zone.Name, zone.Records.ToDictionary(record => record.Name, record => record.Addresses.Select(address => (IpAddress)address))))
            .ToList();
        foreach (var endpoint in topology.VpcEndpoints.Where(endpoint => endpoint.Vpc == vpc.Id && endpoint.Kind == VpcEndpointKind.Interface && endpoint.PrivateDns))
        {
            // R-7.12: some hold for sites only.
            if (endpoint.PrivateDnsOnlyForInboundResolver && !fromSite)
            {
                continue;
            }

            var service = topology.PublicServices.FirstOrDefault(service => service.Id == endpoint.Service.Value);
            var domain = service is null
                ? topology.EndpointServices.First(own => own.Id == endpoint.Service.Value).PrivateDnsName
                : Regional(service);
            if (domain is not null)
            {
                // Which records there are: A before AAAA, and of the private name only A where the service defines them.
                AddZone(endpoint, domain, hasIpv6: endpoint.DnsRecordIpType is DnsRecordIpType.Dualstack or DnsRecordIpType.Ipv6);
            }

            if (service?.Ipv6Prefix is not null)
            {
                AddZone(endpoint, DualStack(service), hasIpv6: endpoint.DnsRecordIpType != DnsRecordIpType.Ipv4);
            }
        }

        // R-7.6: a gateway endpoint may say which records the names of its service have.
        foreach (var endpoint in topology.VpcEndpoints.Where(endpoint => endpoint.Vpc == vpc.Id && endpoint.Kind == VpcEndpointKind.Gateway && endpoint.DnsRecordIpType != DnsRecordIpType.ServiceDefined))
        {
            var service = topology.PublicServices.First(service => service.Id == endpoint.Service.Value);
            var told = Addresses(service)
                .Where(address => endpoint.DnsRecordIpType == DnsRecordIpType.Dualstack || address.IsIpv6 == (endpoint.DnsRecordIpType == DnsRecordIpType.Ipv6))
                .ToList();
            string[] names = service.Ipv6Prefix is null ? [Regional(service)] : [Regional(service), DualStack(service)];
            foreach (var domain in names)
            {
                zones.Add((domain, new() { [domain] = told, ["*." + domain] = told }));
            }
        }

        return zones;

        void AddZone(VpcEndpoint endpoint, string domain, bool hasIpv6)
        {
            var interfaces = endpoint.Interfaces.Select(id => topology.NetworkInterfaces.First(each => each.Id == id)).ToList();
            List<IpAddress> addresses =
            [
                .. endpoint.DnsRecordIpType == DnsRecordIpType.Ipv6 ? [] : interfaces.Select(each => each.PrivateAddress),
                .. hasIpv6 ? interfaces.SelectMany(each => each.Ipv6Addresses) : [],
            ];
            zones.Add((domain, new() { [domain] = addresses, ["*." + domain] = addresses }));
        }
    }

    string Everywhere(string name, Vpc? asker)
    {
        foreach (var service in topology.PublicServices)
        {
            if (Lies(name, Regional(service)))
            {
                return new Ipv4Address(service.Prefix.First.Value + 1).ToString();
            }

            if (service.Ipv6Prefix is not null && Lies(name, DualStack(service)))
            {
                return string.Join(", ", Addresses(service));
            }
        }

        foreach (var each in topology.NetworkInterfaces.Where(each => !each.Translates && each.PublicAddress is not null))
        {
            var vpc = topology.Vpc(topology.Subnet(each.Subnet).Vpc);
            var domain = vpc.Region.Path == "us-east-1" ? "compute-1.amazonaws.com" : vpc.Region.Path + ".compute.amazonaws.com";
            if (vpc.DnsSupport && vpc.DnsHostnames && name == $"ec2-{each.PublicAddress.ToString()!.Replace('.', '-')}.{domain}")
            {
                // R-7.23.
                var isInside = asker is not null && (asker.Id == vpc.Id
                    || topology.Peerings.Any(peering => peering.Joins(asker.Id) && peering.PeerOf(asker.Id) == vpc.Id && peering.AllowsDnsResolution(vpc.Id)));
                return (isInside ? each.PrivateAddress : each.PublicAddress!.Value).ToString();
            }
        }

        return name.EndsWith(".internal", StringComparison.Ordinal) || name.Contains(".compute", StringComparison.Ordinal) ? "no such name" : "unknown";
    }

    static string Regional(PublicService service) => $"{service.Name}.{service.Region.Path}.amazonaws.com";

    static string DualStack(PublicService service) => service.Name == "s3"
        ? $"s3.dualstack.{service.Region.Path}.amazonaws.com"
        : $"{service.Name}.{service.Region.Path}.api.aws";

    static List<IpAddress> Addresses(PublicService service) =>
        [new Ipv4Address(service.Prefix.First.Value + 1), .. service.Ipv6Prefix is { } ipv6 ? [ipv6.First.Plus(1)] : Array.Empty<IpAddress>()];

    static bool Lies(string name, string domain) => name == domain || name.EndsWith("." + domain, StringComparison.Ordinal);

    static IEnumerable<IpAddress>? Record(Dictionary<string, IEnumerable<IpAddress>> records, string name)
    {
        if (records.TryGetValue(name, out var own))
        {
            return own;
        }

        var labels = name.Split('.');
        return Enumerable.Range(1, labels.Length - 1)
            .Select(first => "*." + string.Join('.', labels.Skip(first)))
            .Where(records.ContainsKey)
            .Select(wildcard => records[wildcard])
            .FirstOrDefault();
    }
}
