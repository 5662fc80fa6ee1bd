using NetDsl.Interop.Snapshots.Reading;

namespace NetDsl.Interop.Snapshots.Mapping;

/// <content>VPCs and their subnets.</content>
internal sealed partial class SnapshotMapping
{
    private readonly Dictionary<string, VpcBuilder> vpcs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SubnetBuilder> subnets = new(StringComparer.Ordinal);

    private void MapVpcs()
    {
        foreach (var record in records.Of("Vpcs").Where(record => IsIn(record.Value.Text("State"), "available")))
        {
            var value = record.Value;
            var (file, line) = (value.File.Path, value.Line);
            var associated = value.Objects("CidrBlockAssociationSet")
                .Where(block => IsIn(block.Text("CidrBlockState", "State"), "associated"))
                .Select(block => block.Text("CidrBlock"))
                .OfType<string>()
                .ToList();
            var primary = value.Text("CidrBlock") ?? associated.FirstOrDefault();
            if (primary is null)
            {
                gaps.Add(record.Key, $"{record.Id}: has no CIDR block, and is left out; every verdict is unknown", Uncertainty.Everywhere);
                continue;
            }

            Try(
                record,
                () =>
                {
                    var vpc = Region(record).Vpc(record.Id, primary, Account(value.Text("OwnerId") ?? record.Account), file: file, line: line);
                    foreach (var block in associated.Where(block => block != primary).Distinct(StringComparer.Ordinal))
                    {
                        vpc.SecondaryCidr(block, file, line);
                    }

                    foreach (var block in Ipv6BlocksOf(value))
                    {
                        vpc.Ipv6Cidr(block, file, line);
                    }

                    vpcs.Add(record.Id, vpc);
                    Name(record, vpc.Id);
                },
                Uncertainty.Everywhere);
        }
    }

    private void MapSubnets()
    {
        foreach (var record in records.Of("Subnets").Where(record => IsIn(record.Value.Text("State"), "available")))
        {
            var value = record.Value;
            var (file, line) = (value.File.Path, value.Line);
            if (VpcOf(record) is not { } vpc)
            {
                continue;
            }

            var zone = value.Text("AvailabilityZone") ?? vpc.Region.Name + "a";
            var ipv6 = Ipv6BlocksOf(value).FirstOrDefault();
            var prefix = PrefixOf(value.Text("CidrBlock"));
            Try(
                record,
                () =>
                {
                    SubnetBuilder subnet;
                    if (value.Flag("Ipv6Native") == true || (prefix is null && ipv6 is not null))
                    {
                        subnet = vpc.Ipv6OnlySubnet(record.Id, zone, ipv6, file: file, line: line);
                    }
                    else
                    {
                        subnet = vpc.Subnet(record.Id, value.RequiredText("CidrBlock"), zone, file: file, line: line);
                        if (ipv6 is not null)
                        {
                            subnet.Ipv6Cidr(ipv6, file, line);
                        }
                    }

                    if (value.Flag("EnableDns64") == true)
                    {
                        subnet.Dns64();
                    }

                    subnets.Add(record.Id, subnet);
                    Name(record, subnet.Id);
                },
                new Uncertainty(null, prefix));
        }
    }

    private static IEnumerable<string> Ipv6BlocksOf(SnapshotValue value) => value.Objects("Ipv6CidrBlockAssociationSet")
        .Where(block => IsIn(block.Text("Ipv6CidrBlockState", "State"), "associated"))
        .Select(block => block.Text("Ipv6CidrBlock"))
        .OfType<string>()
        .Distinct(StringComparer.Ordinal);

    /// <summary>The VPC that an entry is in; where it is not in the snapshot, neither is the entry.</summary>
    private VpcBuilder? VpcOf(SnapshotRecord record)
    {
        var id = record.Value.Text("VpcId");
        if (id is not null && vpcs.TryGetValue(id, out var vpc) && !vpc.IsLeftOut)
        {
            return vpc;
        }

        gaps.Add(record.Key, "is of a VPC that the snapshot does not have, and is left out");
        return null;
    }
}
