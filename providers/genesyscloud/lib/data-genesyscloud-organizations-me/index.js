"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.DataGenesyscloudOrganizationsMe = void 0;
const cdktf = require("cdktf");
class DataGenesyscloudOrganizationsMe extends cdktf.TerraformDataSource {
    static tfResourceType = "genesyscloud_organizations_me";
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "genesyscloud_organizations_me", importId: importFromId, provider });
    }
    constructor(scope, id, config = {}) {
        super(scope, id, {
            terraformResourceType: 'genesyscloud_organizations_me',
            terraformGeneratorMetadata: {
                providerName: 'genesyscloud',
                providerVersionConstraint: '1.84.1'
            },
            provider: config.provider,
            dependsOn: config.dependsOn,
            count: config.count,
            lifecycle: config.lifecycle,
            provisioners: config.provisioners,
            connection: config.connection,
            forEach: config.forEach
        });
        this._defaultCountryCode = config.defaultCountryCode;
        this._defaultLanguage = config.defaultLanguage;
        this._defaultSiteId = config.defaultSiteId;
        this._domain = config.domain;
        this._id = config.id;
        this._name = config.name;
        this._productPlatform = config.productPlatform;
        this._supportUri = config.supportUri;
        this._thirdPartyOrgName = config.thirdPartyOrgName;
        this._voicemailEnabled = config.voicemailEnabled;
    }
    _defaultCountryCode;
    get defaultCountryCode() {
        return this.getStringAttribute('default_country_code');
    }
    set defaultCountryCode(value) {
        this._defaultCountryCode = value;
    }
    resetDefaultCountryCode() {
        this._defaultCountryCode = undefined;
    }
    get defaultCountryCodeInput() {
        return this._defaultCountryCode;
    }
    _defaultLanguage;
    get defaultLanguage() {
        return this.getStringAttribute('default_language');
    }
    set defaultLanguage(value) {
        this._defaultLanguage = value;
    }
    resetDefaultLanguage() {
        this._defaultLanguage = undefined;
    }
    get defaultLanguageInput() {
        return this._defaultLanguage;
    }
    _defaultSiteId;
    get defaultSiteId() {
        return this.getStringAttribute('default_site_id');
    }
    set defaultSiteId(value) {
        this._defaultSiteId = value;
    }
    resetDefaultSiteId() {
        this._defaultSiteId = undefined;
    }
    get defaultSiteIdInput() {
        return this._defaultSiteId;
    }
    _domain;
    get domain() {
        return this.getStringAttribute('domain');
    }
    set domain(value) {
        this._domain = value;
    }
    resetDomain() {
        this._domain = undefined;
    }
    get domainInput() {
        return this._domain;
    }
    _id;
    get id() {
        return this.getStringAttribute('id');
    }
    set id(value) {
        this._id = value;
    }
    resetId() {
        this._id = undefined;
    }
    get idInput() {
        return this._id;
    }
    _name;
    get name() {
        return this.getStringAttribute('name');
    }
    set name(value) {
        this._name = value;
    }
    resetName() {
        this._name = undefined;
    }
    get nameInput() {
        return this._name;
    }
    _productPlatform;
    get productPlatform() {
        return this.getStringAttribute('product_platform');
    }
    set productPlatform(value) {
        this._productPlatform = value;
    }
    resetProductPlatform() {
        this._productPlatform = undefined;
    }
    get productPlatformInput() {
        return this._productPlatform;
    }
    _supportUri;
    get supportUri() {
        return this.getStringAttribute('support_uri');
    }
    set supportUri(value) {
        this._supportUri = value;
    }
    resetSupportUri() {
        this._supportUri = undefined;
    }
    get supportUriInput() {
        return this._supportUri;
    }
    _thirdPartyOrgName;
    get thirdPartyOrgName() {
        return this.getStringAttribute('third_party_org_name');
    }
    set thirdPartyOrgName(value) {
        this._thirdPartyOrgName = value;
    }
    resetThirdPartyOrgName() {
        this._thirdPartyOrgName = undefined;
    }
    get thirdPartyOrgNameInput() {
        return this._thirdPartyOrgName;
    }
    _voicemailEnabled;
    get voicemailEnabled() {
        return this.getBooleanAttribute('voicemail_enabled');
    }
    set voicemailEnabled(value) {
        this._voicemailEnabled = value;
    }
    resetVoicemailEnabled() {
        this._voicemailEnabled = undefined;
    }
    get voicemailEnabledInput() {
        return this._voicemailEnabled;
    }
    synthesizeAttributes() {
        return {
            default_country_code: cdktf.stringToTerraform(this._defaultCountryCode),
            default_language: cdktf.stringToTerraform(this._defaultLanguage),
            default_site_id: cdktf.stringToTerraform(this._defaultSiteId),
            domain: cdktf.stringToTerraform(this._domain),
            id: cdktf.stringToTerraform(this._id),
            name: cdktf.stringToTerraform(this._name),
            product_platform: cdktf.stringToTerraform(this._productPlatform),
            support_uri: cdktf.stringToTerraform(this._supportUri),
            third_party_org_name: cdktf.stringToTerraform(this._thirdPartyOrgName),
            voicemail_enabled: cdktf.booleanToTerraform(this._voicemailEnabled),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            default_country_code: {
                value: cdktf.stringToHclTerraform(this._defaultCountryCode),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            default_language: {
                value: cdktf.stringToHclTerraform(this._defaultLanguage),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            default_site_id: {
                value: cdktf.stringToHclTerraform(this._defaultSiteId),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            domain: {
                value: cdktf.stringToHclTerraform(this._domain),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            id: {
                value: cdktf.stringToHclTerraform(this._id),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            name: {
                value: cdktf.stringToHclTerraform(this._name),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            product_platform: {
                value: cdktf.stringToHclTerraform(this._productPlatform),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            support_uri: {
                value: cdktf.stringToHclTerraform(this._supportUri),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            third_party_org_name: {
                value: cdktf.stringToHclTerraform(this._thirdPartyOrgName),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            voicemail_enabled: {
                value: cdktf.booleanToHclTerraform(this._voicemailEnabled),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.DataGenesyscloudOrganizationsMe = DataGenesyscloudOrganizationsMe;
