/** Records of a small district. */
export const ANTIBODY = {
  id: 'R-BIO-1',
  title: '用于肿瘤免疫治疗的双特异性抗体',
  university: '重庆医科大学',
  abstract: '针对实体瘤的双特异性抗体，已完成小试，在小鼠模型中抑瘤率达到68%。',
  keywords: ['双特异性抗体', '肿瘤免疫'],
  needs: '寻求具备GMP条件的中试车间，完成200升规模的工艺放大，并开展检验检测。',
  trl: '4-5级',
  ip: '发明专利3项（授权2项）',
};

export const BIO_INCUBATOR = {
  id: 'C-BIO-1',
  name: '江北高端生物医药孵化器',
  kind: '孵化器',
  level: '市级',
  status: '正常',
  description: '面向抗体药物与体外诊断，自有GMP中试车间2000平方米，提供200升至2000升工艺放大与检验检测服务。',
  sectors: ['BIO'],
  capabilities: [{ code: 'C04', detail: '200升至2000升生物反应器', provider: 'own' }],
  portfolio: [{ title: '重组蛋白药物的中试放大' }],
  trlMin: 4,
  trlMax: 8,
  slots: 4,
};

export const CAR_PARK = {
  id: 'C-ICV-1',
  name: '智能网联汽车产业园',
  kind: '园区',
  status: '正常',
  description: '服务自动驾驶、车联网与汽车电子企业，提供封闭道路测试场与样车试制。',
  sectors: ['ICV'],
};

export const CONTACT = { name: '陈晓岚', phone: '13896054321', email: 'chen.xl@example.edu.cn' };
