namespace MlopsBatch.Lambda.Notifications.Mails;

/// <summary>Who a mail is for: one SNS topic each.</summary>
public enum MailTopic
{
    /// <summary>Operators: something did not run, or nobody understood it.</summary>
    Operations,

    /// <summary>Those who decide about model versions.</summary>
    Approvals,

    /// <summary>Those who answer for data and model quality.</summary>
    Quality,
}
