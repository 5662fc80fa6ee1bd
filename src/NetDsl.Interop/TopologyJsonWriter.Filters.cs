using NetDsl.Model;

namespace NetDsl.Interop;

/// <content>Security groups and network ACLs.</content>
internal sealed partial class TopologyJsonWriter
{
    private void WriteSecurityGroup(SecurityGroup group)
    {
        Reference("vpc", group.Vpc);
        Objects("ingress", group.Ingress, WriteRule);
        Objects("egress", group.Egress, WriteRule);
        Reference("participant", group.Participant);
        if (group.AssociatedVpcs.Count > 0)
        {
            References("associatedVpcs", group.AssociatedVpcs);
        }
    }

    private void WriteRule(SecurityGroupRule rule)
    {
        Place(rule.Origin);
        Text("traffic", rule.Traffic);
        var peer = rule.Peer.Value;
        Sourced("peer", new Sourced<string>(
            (peer.Group ?? peer.PrefixList) is { } named ? IdText.WriteWithKind(named) : peer.ToString(), rule.Peer.Origin));
    }

    private void WriteNetworkAcl(NetworkAcl acl)
    {
        Reference("vpc", acl.Vpc);
        Objects("inbound", acl.Inbound, WriteEntry);
        Objects("outbound", acl.Outbound, WriteEntry);
    }

    private void WriteEntry(NetworkAclEntry entry)
    {
        Place(entry.Origin);
        json.WriteNumber("number", entry.Number);
        json.WriteString("action", EnumText.Write(entry.Action));
        Text("traffic", entry.Traffic);
        Sourced("peer", entry.Peer);
    }
}
