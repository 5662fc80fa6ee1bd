namespace NetDsl.Interop.Snapshots.Mapping;

/// <content>VPC peering connections.</content>
internal sealed partial class SnapshotMapping
{
    private void MapPeerings()
    {
        foreach (var record in records.Of("VpcPeeringConnections"))
        {
            if (!IsIn(record.Value.Text("Status", "Code"), "active"))
            {
                gone.Add(record.Id);
                continue;
            }

            var requester = record.Value.Text("RequesterVpcInfo", "VpcId");
            var accepter = record.Value.Text("AccepterVpcInfo", "VpcId");
            if (requester is null || accepter is null || !vpcs.TryGetValue(requester, out var asking) || !vpcs.TryGetValue(accepter, out var asked))
            {
                gaps.Add(record.Key, "leads to a VPC that the snapshot does not have; where routes lead to it, verdicts are unknown");
                continue;
            }

            Try(record, () =>
            {
                var (file, line) = (record.Value.File.Path, record.Value.Line);
                var peering = network.Peer(record.Id, asking, asked, file, line).AcceptedBy(asked.Account, file, line);
                targets[record.Id] = peering;
                Name(record, peering.Id);
                if (record.Value.Object("RequesterVpcInfo")!.Object("PeeringOptions")?.Flag("AllowDnsResolutionFromRemoteVpc") == true)
                {
                    peering.AllowDnsResolution(asking, file, line);
                }

                if (record.Value.Object("AccepterVpcInfo")!.Object("PeeringOptions")?.Flag("AllowDnsResolutionFromRemoteVpc") == true)
                {
                    peering.AllowDnsResolution(asked, file, line);
                }
            });
        }
    }
}
