using NetDsl.Interop.Snapshots.Reading;

namespace NetDsl.Interop.Snapshots.Mapping;

/// <content>Transit gateways, what is attached to them, and their tables.</content>
internal sealed partial class SnapshotMapping
{
    private readonly Dictionary<string, TransitGatewayBuilder> transitGateways = new(StringComparer.Ordinal);

    /// <summary>By attachment and gateway: a peering is an attachment of two.</summary>
    private readonly Dictionary<(string Attachment, string Gateway), TransitGatewayAttachmentBuilder> attachments = [];

    private void MapTransitGateways()
    {
        foreach (var record in records.Of("TransitGateways"))
        {
            if (!IsIn(record.Value.Text("State"), "available", "modifying"))
            {
                gone.Add(record.Id);
                continue;
            }

            Try(record, () =>
            {
                var (file, line) = (record.Value.File.Path, record.Value.Line);
                var options = record.Value.Object("Options");
                var gateway = Region(record).TransitGateway(record.Id, defaultRouteTable: false, file: file, line: line)
                    .SecurityGroupReferencing(options?.Flag("SecurityGroupReferencingSupport") ?? false)
                    .VpnEcmp(options?.Flag("VpnEcmpSupport") ?? true)
                    .DnsSupport(options?.Flag("DnsSupport") ?? true);
                if (options?.Number("AmazonSideAsn") is { } asn)
                {
                    gateway.AmazonSideAsn(asn, file, line);
                }

                foreach (var block in options?.Texts("TransitGatewayCidrBlocks") ?? [])
                {
                    gateway.CidrBlock(block, file, line);
                }

                transitGateways.Add(record.Id, gateway);
                targets[record.Id] = gateway;
                Name(record, gateway.Id);
            });
        }

        MapVpcAttachments();
        MapTransitPeerings();
    }

    private void MapVpcAttachments()
    {
        foreach (var record in records.Of("TransitGatewayVpcAttachments").Where(record => IsIn(record.Value.Text("State"), "available", "modifying")))
        {
            if (record.Value.Text("TransitGatewayId") is not { } id || !transitGateways.TryGetValue(id, out var gateway))
            {
                gaps.Add(record.Key, "is of a transit gateway that the snapshot does not have; where routes lead to that, verdicts are unknown");
                continue;
            }

            var within = record.Value.Texts("SubnetIds").Where(subnets.ContainsKey).Select(subnet => subnets[subnet]).ToList();
            if (within.Count == 0)
            {
                gaps.Add(record.Key, "is of a VPC that the snapshot does not have; where routes lead to it, verdicts are unknown");
                continue;
            }

            Try(
                record,
                () =>
                {
                    var (file, line) = (record.Value.File.Path, record.Value.Line);
                    var options = record.Value.Object("Options");
                    var attachment = gateway.Attach(record.Id, within[0], file, line)
                        .DnsSupport(options?.Flag("DnsSupport") ?? true)
                        .SecurityGroupReferencing(options?.Flag("SecurityGroupReferencingSupport") ?? true)
                        .ApplianceMode(options?.Flag("ApplianceModeSupport") ?? false, file, line)
                        .Ipv6Support(options?.Flag("Ipv6Support") ?? false);
                    foreach (var subnet in within.Skip(1))
                    {
                        attachment.Subnet(subnet, file, line);
                    }

                    attachments[(record.Id, id)] = attachment;
                    Name(record, attachment.Id);
                },
                new Uncertainty($"{gateway.Id.Path}/{record.Id}"));
        }
    }

    private void MapTransitPeerings()
    {
        foreach (var record in records.Of("TransitGatewayPeeringAttachments").Where(record => IsIn(record.Value.Text("State"), "available", "modifying")))
        {
            var requester = record.Value.Text("RequesterTgwInfo", "TransitGatewayId");
            var accepter = record.Value.Text("AccepterTgwInfo", "TransitGatewayId");
            if (requester is null || accepter is null || !transitGateways.TryGetValue(requester, out var asking) || !transitGateways.TryGetValue(accepter, out var asked))
            {
                gaps.Add(record.Key, "leads to a transit gateway that the snapshot does not have; where routes lead to it, verdicts are unknown");
                continue;
            }

            Try(record, () =>
            {
                var (file, line) = (record.Value.File.Path, record.Value.Line);
                var peering = asking.Peer(record.Id, asked, file, line).AcceptedBy(network.DefaultAccount, file, line);
                attachments[(record.Id, requester)] = peering;
                attachments[(record.Id, accepter)] = peering.Accepter;
                Name(record, peering.Id);
            });
        }
    }

    private void MapTransitGatewayRouteTables()
    {
        var tables = new Dictionary<string, TransitGatewayRouteTableBuilder>(StringComparer.Ordinal);
        foreach (var record in records.Of("TransitGatewayRouteTables").Where(record => IsIn(record.Value.Text("State"), "available")))
        {
            if (record.Value.Text("TransitGatewayId") is { } id && transitGateways.TryGetValue(id, out var gateway))
            {
                Try(record, () =>
                {
                    var table = gateway.RouteTable(record.Id, file: record.Value.File.Path, line: record.Value.Line);
                    tables.Add(record.Id, table);
                    Name(record, table.Id);
                });
            }
        }

        AssociateAttachments(tables);
        foreach (var (id, table) in tables)
        {
            var gateway = table.Gateway.Name;
            Propagate(records.Find("TransitGatewayPropagations", id), table, gateway);
            RouteStatically(records.Find("TransitGatewayStaticRoutes", id), table, gateway);
        }
    }

    private void AssociateAttachments(Dictionary<string, TransitGatewayRouteTableBuilder> tables)
    {
        foreach (var record in records.Of("TransitGatewayAttachments").Where(record => IsIn(record.Value.Text("State"), "available", "modifying")))
        {
            var key = (record.Value.RequiredText("TransitGatewayAttachmentId"), record.Value.Text("TransitGatewayId") ?? "");
            var table = IsIn(record.Value.Text("Association", "State"), "associated") ? record.Value.Text("Association", "TransitGatewayRouteTableId") : null;
            if (!attachments.TryGetValue(key, out var attachment) || table is null)
            {
                continue;
            }

            if (tables.TryGetValue(table, out var known))
            {
                Try(record, () => known.Associate(attachment, record.Value.File.Path, record.Value.Line), new Uncertainty(attachment.Id.Path));
            }
            else
            {
                gaps.Add(record.Key, $"{record.Id}: is associated with a table that is not in the snapshot; what enters by it is unknown", new Uncertainty(attachment.Id.Path));
            }
        }

        if (!records.Has("TransitGatewayAttachments") && attachments.Count > 0)
        {
            gaps.Add(
                "TransitGatewayAttachments",
                "is not in the snapshot, and says which table each attachment has; what enters a transit gateway is unknown",
                [.. attachments.Values.Select(attachment => new Uncertainty(attachment.Id.Path))]);
        }
    }

    private void Propagate(SnapshotRecord? record, TransitGatewayRouteTableBuilder table, string gateway)
    {
        if (record is null)
        {
            gaps.Add("TransitGatewayPropagations", $"{table.Name}: has propagations that are not in the snapshot; what the table drops is unknown", new Uncertainty(table.Id.Path, OnlyWhereDropped: true));
            return;
        }

        foreach (var propagation in record.Value.Objects("TransitGatewayRouteTablePropagations").Where(each => IsIn(each.Text("State"), "enabled")))
        {
            if (attachments.TryGetValue((propagation.Text("TransitGatewayAttachmentId") ?? "", gateway), out var attachment))
            {
                Try(record, () => table.Propagate(attachment, propagation.File.Path, propagation.Line), new Uncertainty(table.Id.Path));
                if (unheard.Contains(attachment))
                {
                    gaps.Add(
                        record.Key,
                        $"{table.Name}: takes routes from {attachment.Name}, and what that announces is not in the snapshot; what the table drops is unknown",
                        new Uncertainty(table.Id.Path, OnlyWhereDropped: true));
                }
            }
            else
            {
                gaps.Add(
                    record.Key,
                    $"{table.Name}: takes routes from an attachment that is not in the snapshot or not understood; what the table drops is unknown",
                    new Uncertainty(table.Id.Path, OnlyWhereDropped: true));
            }
        }
    }

    private void RouteStatically(SnapshotRecord? record, TransitGatewayRouteTableBuilder table, string gateway)
    {
        if (record is null)
        {
            gaps.Add("TransitGatewayStaticRoutes", $"{table.Name}: has static routes that are not in the snapshot; what the table does is unknown", new Uncertainty(table.Id.Path));
            return;
        }

        foreach (var route in record.Value.Objects("Routes").Where(route => IsIn(route.Text("Type"), "static")))
        {
            var (file, line) = (route.File.Path, route.Line);
            var prefixes = route.Text("DestinationCidrBlock") is { } block ? [block] : PrefixesOf(route.Text("PrefixListId") ?? "") ?? [];
            if (prefixes.Count == 0)
            {
                gaps.Add(record.Key, $"{table.Name}: has a route to a destination that is not understood; what the table does is unknown", new Uncertainty(table.Id.Path));
            }

            foreach (var destination in prefixes)
            {
                var doubt = new Uncertainty(table.Id.Path, PrefixOf(destination));
                Try(
                    record,
                    () =>
                    {
                        var leadsTo = route.Objects("TransitGatewayAttachments").Select(each => each.Text("TransitGatewayAttachmentId")).FirstOrDefault();
                        if (route.Text("State") == "blackhole" || leadsTo is null)
                        {
                            table.Blackhole(destination, file, line);
                        }
                        else if (attachments.TryGetValue((leadsTo, gateway), out var attachment))
                        {
                            table.Route(destination, attachment, file, line);
                        }
                        else
                        {
                            table.Blackhole(destination, file, line);
                            gaps.Add(record.Key, $"{table.Name}: has a route to an attachment that is not in the snapshot or not understood; verdicts of what it routes so are unknown", doubt);
                        }
                    },
                    doubt);
            }
        }

        if (record.Value.Flag("AdditionalRoutesAvailable") == true)
        {
            gaps.Add(record.Key, $"{table.Name}: has more routes than the snapshot shows; what the table does is unknown", new Uncertainty(table.Id.Path));
        }
    }
}
