using System.Collections.Frozen;

namespace MlopsBatch.Pipelines.Images;

/// <summary>
/// The AWS accounts that own SageMaker's images, by region. Source: the image URI tables sklearn.json and
/// model-monitor.json of the SageMaker Python SDK, as of 2026-08-21.
/// </summary>
internal static class ImageAccounts
{
    public static FrozenDictionary<string, Accounts> ByRegion { get; } =
        new Dictionary<string, Accounts>
        {
            ["af-south-1"] = new("510948584623", "875698925577"),
            ["ap-east-1"] = new("651117190479", "001633400207"),
            ["ap-northeast-1"] = new("354813040037", "574779866223"),
            ["ap-northeast-2"] = new("366743142698", "709848358524"),
            ["ap-northeast-3"] = new("867004704886", "990339680094"),
            ["ap-south-1"] = new("720646828776", "126357580389"),
            ["ap-south-2"] = new("628508329040", null),
            ["ap-southeast-1"] = new("121021644041", "245545462676"),
            ["ap-southeast-2"] = new("783357654285", "563025443158"),
            ["ap-southeast-3"] = new("951798379941", "669540362728"),
            ["ap-southeast-4"] = new("106583098589", null),
            ["ca-central-1"] = new("341280168497", "536280801234"),
            ["ca-west-1"] = new("190319476487", null),
            ["cn-north-1"] = new("450853457545", "453000072557"),
            ["cn-northwest-1"] = new("451049120500", "453252182341"),
            ["eu-central-1"] = new("492215442770", "048819808253"),
            ["eu-central-2"] = new("680994064768", "590183933784"),
            ["eu-north-1"] = new("662702820516", "895015795356"),
            ["eu-south-1"] = new("978288397137", "933208885752"),
            ["eu-south-2"] = new("104374241257", "437450045455"),
            ["eu-west-1"] = new("141502667606", "468650794304"),
            ["eu-west-2"] = new("764974769150", "749857270468"),
            ["eu-west-3"] = new("659782779980", "680080141114"),
            ["il-central-1"] = new("898809789911", "843974653677"),
            ["me-central-1"] = new("272398656194", "588750061953"),
            ["me-south-1"] = new("801668240914", "607024016150"),
            ["sa-east-1"] = new("737474898029", "539772159869"),
            ["us-east-1"] = new("683313688378", "156813124566"),
            ["us-east-2"] = new("257758044811", "777275614652"),
            ["us-gov-east-1"] = new("237065988967", null),
            ["us-gov-west-1"] = new("414596584902", null),
            ["us-iso-east-1"] = new("833128469047", null),
            ["us-isob-east-1"] = new("281123927165", null),
            ["us-isof-east-1"] = new("108575199400", "853188333426"),
            ["us-isof-south-1"] = new("124985052026", "467912361380"),
            ["us-west-1"] = new("746614075791", "890145073186"),
            ["us-west-2"] = new("246618743249", "159807026194"),
        }.ToFrozenDictionary();

    /// <param name="ScikitLearn">Owner of the scikit-learn image.</param>
    /// <param name="ModelMonitor">Owner of the Model Monitor image; null where there is none.</param>
    internal sealed record Accounts(string ScikitLearn, string? ModelMonitor);
}
